# 查补贴：问题、结果。问得越少越好，每个问题都说清为什么问。

## 各页共用

check-title = 查一查您能领什么补贴
check-step = 第 { $step } 题
check-promise = 不用登录，一般三四个问题，一分钟就好。答案只存在您自己的设备上，不写进网址，也不留在门户里。
check-not-sure = 不清楚
check-or = 或者
check-clear = 清除我的回答
check-change = 修改{ $what }

## 问题：人群

check-groups = 您现在是哪种情况？
check-groups-short = 您的情况
check-groups-why = 可以选几项。为什么问：每个项目只面向其中几种人。
check-groups-none = 以上都不是

## 问题：生日

check-birth = 您的生日是哪天？
check-birth-short = 生日
check-birth-why = 例如 1985 年 6 月 30 日。为什么问：补贴培训面向劳动年龄内的人。

## 问题：性别

check-sex = 您的性别？
check-sex-short = 性别
check-sex-why = 为什么问：退休年龄男女不同，您这个年龄正好要看这一条。
sex-female = 女
sex-male = 男

## 问题：以前的培训

check-trainings = 您以前参加过政府补贴的培训吗？
check-trainings-short = 以前的补贴培训
check-trainings-why = 正在学的、已经报名的也算。为什么问：补贴的次数有限，有的每年一次，有的一生一次。
check-trainings-none = 没有参加过
check-trainings-some = 参加过，我来填
check-trainings-all = 就这些，没有别的了
check-trainings-more = 还有，再填一项
check-trainings-list = 您填过的培训
check-trainings-remove = 去掉
check-training-line = { $year } 年 · { $programme } · { $skill } · { $state }
check-training-title = 填一项以前的培训
check-training-add = 加上这一项
check-training-programme = 是哪一种培训？
check-training-occupation = 学的是什么职业？
check-training-occupation-hint = 例如：电工、保育师。创业培训不用填。
check-training-level = 学的是几级？
check-training-level-hint = 创业培训不用选。
check-training-year = 哪年开课？
check-training-month = 几月开课？
check-training-state = 后来怎么样？
check-state-reserved = 报了名，或者正在学
check-state-completed = 学完了，证书还没下来
check-state-certified = 考到了证书
check-state-paid = 考到了证书，补贴也领了
check-state-failed = 没有考到证书
check-state-cancelled = 报了名又取消了

state-reserved = 已报名
state-completed = 已学完
state-certified = 已取证
state-paid = 已领补贴
state-failed = 未取证
state-cancelled = 已取消

## 问题：学校

check-school = 您最后从哪里毕业，之后没有再上学？
check-school-short = 最后的学校
check-school-why = 为什么问：2011 年起，初中、高中毕业后不再上学的人，要先参加劳动预备制培训。
check-school-junior_high = 初中毕业后没有再上学
check-school-senior_high = 高中毕业后没有再上学
check-school-none = 都不是：上了中专、大专、大学，或者没有上到初中毕业
check-school-year = 哪年毕业？
check-school-year-hint = 选了初中或高中才要填。记不清可以空着。

## 问题：证书

check-certificate = 您有“{ $occupation }”的职业资格证书或技能等级证书吗？
check-certificate-short = 已有证书
check-certificate-why = 选最高的一级。为什么问：已经有证书的等级不再补贴，升级要先有低一级的证书。
check-certificate-none = 没有

## 结果

check-result = 查询结果
check-result-on = 按 { $day }和您的回答来算。最后以人社部门审核为准。
check-this-course = 您问的这个班
check-apply = 去报名
check-left = 还剩多少
check-left-lifetime = 一共还剩
check-left-primary = 初级新工种还剩
check-left-year = 今年的就业技能培训
check-left-times = { $count } 次
check-left-year-used = 已经用过
check-left-year-free = 还没有用
check-left-upgrades = 可以升级
check-programmes = 和您有关的项目
check-not-for-you = 面向其他人群的项目
check-opens-on = { $day }起可以申请。
check-rules-passed = 符合的规则（{ $count } 条）
check-settle = 要弄清楚，还差：
check-see-courses = 看看有哪些班
check-office = 到哪里办：{ $office }
check-office-phone = { $office }，电话 { $phone }
check-where = 到哪个部门办
check-residence = 您住在哪个区（市、县）？
check-university = 您的学校在哪个区（市、县）？
check-district-none = 请选择
check-district-show = 显示办理部门
check-your-answers = 您的回答
remedy = 可以这样做：{ $remedy }

money-training = 培训补贴，考到证书后领
money-practice = 实训补贴，考到证书后领
money-appraisal = 鉴定补贴
money-payee = 付给谁
money-none = 没有公布金额

## 要改一改的地方

check-choose = 请选一项；不知道就选“不清楚”
check-groups-clash = 选了“以上都不是”，就不能再选别的
check-birth-missing = 请填年、月、日；不想填就选“不清楚”
check-birth-impossible = 没有这一天，请再看看年、月、日
check-birth-later = 生日不能在今天以后
check-birth-early = 请填 1900 年以后的日子
check-year-impossible = 请填四位数的年份，例如 2012
check-year-later = 年份不能在今年以后
check-month-impossible = 请填 1 到 12 之间的月份
check-occupation-missing = 请写明学的是什么职业
check-occupation-unknown = 没有找到这个职业，请换一个说法
check-occupation-near = 没有找到这个职业。您是不是要找：{ $names }？
check-level-missing = 请选学的是几级
check-trainings-many = 这里最多填 { $most } 项；再多请直接问人社部门
check-value-unknown = 请从列出的几项里选
