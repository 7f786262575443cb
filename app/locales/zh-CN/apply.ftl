# 登录、实名信息、报名、回执

## 登录

sign-in-title = 登录
sign-in-phone = 手机号
sign-in-phone-hint = 11 位手机号，我们给它发一个验证码
sign-in-send = 发送验证码
sign-in-privacy = 不用密码。手机号加密保存，只用来登录和通知您报名的事。
sign-in-code-title = 填写验证码
sign-in-code-sent = 验证码已发到 { $phone }，10 分钟内有效。
sign-in-code = 验证码
sign-in-code-hint = 6 位数字
sign-in-button = 登录
sign-in-again = 换个手机号，或者重新发送
sign-in-outbox = 演示站点不发短信：请打开发件箱看验证码
sign-in-phone-wrong = 请填 11 位手机号，例如 13812345678
sign-in-too-many = 发送得太频繁了。请过一小时再试，或到人社部门窗口办理
sign-in-not-sent = 验证码暂时发不出去，请稍后再试
sign-in-code-missing = 请填 6 位数字的验证码
sign-in-code-wrong = 验证码不对，或者已经过期。请再看看，或者重新发送
sign-out = 退出登录

outbox-title = 演示发件箱
outbox-text = 演示站点不发短信，发出的消息都在这里。真实的门户没有这一页。
outbox-message = 发给 { $phone } 的验证码：
outbox-seat = 发给 { $phone }：您排队等候的“{ $course }”有了名额，已经归您，受理编号 { $reference }。{ $day }开课，不想上的话请在开课前取消。
outbox-none = 还没有发出消息。请先在登录页填手机号，再回来刷新这一页。

## 实名信息

details-title = 填写实名信息
details-facts-title = 还要问您几句
details-name = 姓名
details-name-hint = 和身份证上的一样
details-id = 身份证号
details-id-hint = 18 位，最后一位可以是 X
details-privacy = 只填这一次。姓名和身份证号加密保存，页面上只显示头尾几位；补贴按实名发放，所以要问。
details-known = 实名信息已填：{ $name }，{ $id }
details-name-wrong = 请填身份证上的姓名，2 到 30 个字
details-id-missing = 请填身份证号
details-certificate-none = 没有任何职业证书
details-certificate-other = 有别的证书，没有“{ $occupation }”的
details-choose = 请至少选一项
details-conflict = 这组姓名和身份证号没有核对成功。请对照身份证再看看；如果没有写错，请带身份证到所在区的人社部门办理
details-too-many = 试的次数太多了，请过一小时再试

## 报名

apply-title = 核对后报名
apply-about-you = 您的信息
apply-name = 姓名
apply-id = 身份证号
apply-phone = 手机号
apply-place = 地点
apply-days = 上课时间
apply-office = 办理部门
apply-open = 您符合条件，可以报名。请核对下面的内容。
apply-unknown = 还不能确定您能不能领补贴。请看下面还差什么，补上以后再报名。
apply-closed = 按规定，这个班您现在不能用补贴参加。原因和别的办法写在下面。
apply-elsewhere = 这个班走退役士兵的专门政策，请到退役军人事务部门办理。
apply-full = 这个班报满了。下面有别的班可以选。
apply-over = 这个班已经停止报名。下面有别的班可以选。
apply-clash = 您正在参加同样的培训，或者情况刚刚有变化，这次没有报上。请看看您的报名。
apply-others = 还在报名的班
apply-promise = 点“确认报名”以后马上给您留一个名额，并给您一个受理编号。开课前都可以取消。
apply-confirm = 确认报名

## 排队候补

apply-full-wait = 这个班报满了。您符合条件，可以排队等候。
apply-in-line = 您已经排上队了。
waiting-join = 排队等候
waiting-count = { $waiting ->
    [0] 还没有人排队。
   *[other] 已有 { $waiting } 人排队。
}
waiting-hint = 先核对您的信息，再排上队。
waiting-promise = 点“排队等候”就排上队。有人退出、轮到您时，再核对一次条件，符合的话名额马上归您，并发短信告诉您。随时可以退出；补上名额以后，开课前也可以取消。
waiting-title = 正在排队
waiting-standing = 第 { $place } 位，共 { $waiting } 人排队
waiting-since = 开始排队
waiting-next = 有人退出、轮到您时，再核对一次条件，符合的话名额马上归您，并发短信告诉您。
waiting-mine = 查看我的排队
waiting-leave = 退出排队
waiting-leave-of = 退出排队：{ $title }
waiting-leave-title = 要退出排队吗？
waiting-leave-text = 退出以后位置不保留。以后想上，要排到最后重新等。
waiting-leave-confirm = 确认退出
waiting-leave-keep = 不退出，返回我的报名

## 回执

receipt-title = 报名成功
receipt-cancelled-title = 报名已取消
receipt-number = 受理编号
receipt-made = 报名日期
receipt-next = 接下来
receipt-undo = 报错了？
receipt-undo-text = { $day }开课以前可以取消，名额马上退回，不影响您以后报名。
receipt-cancel = 取消报名
receipt-cancelled-text = 名额已经退回，这次不算用过补贴。您可以报别的班。
receipt-phone = 有问题请打这个电话：{ $phone }
receipt-all = 查看我的全部报名
station-reserved = 已报名
station-reserved-text = 名额已经留好，请记下受理编号。
station-training = 上课
station-training-text = { $day }开课，请带身份证按时到。
station-certified = 考证
station-certified-text = 学完参加鉴定，考到证书才有补贴。
station-paid = 领补贴
station-paid-text = 人社部门审核通过后付款。
cancel-title = 要取消这次报名吗？
cancel-text = 取消后名额马上退给别人。以后想上，要重新报名。
cancel-confirm = 确认取消
cancel-keep = 不取消，返回回执
cancel-too-late = 已经开课或者已经取消，这里不能再取消。有困难请直接找办班单位。

## 我的报名

applications-title = 我的报名
applications-made = 已经报名
applications-none = 您还没有报名。
applications-find = 看看正在报名的班
applications-open = 查看回执 { $reference }
applications-you = 您的信息
applications-no-name = 还没有填
applications-give-name = 填写实名信息
