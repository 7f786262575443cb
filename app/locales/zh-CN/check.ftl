# 查补贴：问题、结果。问得越少越好，每个问题都说清为什么问。

## 各页共用

check-title = 查一查您能领什么补贴
check-step = 第 { $step } 题
check-promise = 不用登录，一般三四个问题，一分钟就好。答案只存在您自己的设备上，不写进网址，也不留在门户里。
check-on-phone = 您的回答只留在这部手机上，不会发给任何人。
check-on-computer = 您的回答只留在这台电脑上，不会发给任何人。
check-not-sure = 不清楚
check-yes = 是
check-no = 否
check-told = { $what }：{ $answer }
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
check-training-in = { $year } 年
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

check-certificates = 您有哪些职业证书？
check-certificates-short = 已有证书
check-certificates-why = 选最高的一级，不管怎么考来的。为什么问：有了证书的等级不再补，升级要先有低一级的证书。
check-certificate = 您有“{ $occupation }”的职业资格证书或技能等级证书吗？
check-certificate-why = 选最高的一级。为什么问：已经有证书的等级不再补贴，升级要先有低一级的证书。
check-certificate-none = 没有

## 问题：劳动合同

check-contract = 您的劳动合同是怎么签的？
check-contract-short = 劳动合同
check-contract-why = 不知道的就选“不清楚”，也可以请单位的人事来填。为什么问：岗前培训的补贴要看合同签多久、社保交没交、签合同后多久开课。
check-signed = 合同是哪天签的？
check-signed-short = 签合同的日子
check-signed-hint = 写在合同最后，例如 2026 年 6 月 1 日
check-term = 合同签多久？
check-term-short = 期限
check-term-open = 没有结束的日期
check-term-months = 有结束的日期
check-months = 一共几个月？
check-months-hint = 只有选了“有结束的日期”才要填。一年填 12。
check-months-told = { $count } 个月
check-filed = 单位给您办用工备案了吗？
check-filed-short = 用工备案
check-filed-hint = 就是单位向劳动部门登记：这个人在我这里上班
check-insured = 社会保险单位给您交足了吗？
check-insured-short = 社会保险交足

## 问题：单位

check-enterprise = 您的单位是哪一种？
check-enterprise-short = 单位
check-enterprise-why = 不知道的就选“不清楚”，也可以请单位的人事来填。为什么问：补贴付给单位，有几种单位领不了。
check-in-city = 单位是在大连注册的吗？
check-in-city-short = 在大连注册
check-dispatch = 单位是人力资源公司或者劳务派遣公司吗？
check-dispatch-short = 人力资源或劳务派遣
check-dispatch-hint = 就是专门给别的单位招人、派人的公司
check-industry = 单位做的行业，国家的产业政策允许吗？
check-industry-short = 符合产业政策
check-industry-hint = 国家要淘汰的行业不算。不确定就问单位。

## 问题：职工教育经费

check-fund = 单位的职工教育经费怎么用？
check-fund-short = 职工教育经费
check-fund-why = 这是单位专门用来培训职工的钱。不知道的就选“不清楚”，也可以请单位的人事或财务来填。为什么问：用得合规，单位才能领补贴。
check-drawn = 单位按规定提取这笔钱了吗？
check-drawn-short = 按规定提取
check-front-line = 用在一线职工身上的占百分之几？
check-front-line-short = 用在一线职工
check-front-line-hint = 填整数，例如 60。一线职工就是直接干活的人。
check-disclosed = 这笔钱怎么用，向职工公开了吗？
check-disclosed-short = 已公开

## 问题：创业

check-entrepreneur-certificate = 您有创业培训合格证书吗？
check-entrepreneur-certificate-short = 创业培训合格证书
check-entrepreneur-certificate-why = 为什么问：先学完创业培训、拿到这张证书，才能参加创业模拟实训。
check-business-plan = 您的创业计划书通过专家评审了吗？
check-business-plan-short = 计划书通过评审
check-business-plan-why = 为什么问：计划书通过了评审，才能参加创业模拟实训。

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
check-nothing = 按您的回答，没有面向您的项目。下面写着每个项目面向谁；情况变了再来查。
check-not-for-you = 面向其他人群的项目
check-opens-on = { $day }起可以申请。
check-rules-passed = 符合的规则（{ $count } 条）
check-rules-open = 还不清楚、现在也用不着的规则（{ $count } 条）
check-act-wait = 看 { $day }起开课的班
check-act-put-right = 办好了，就来改回答
check-act-reach = 看{ $occupation }（{ $level }）
check-act-first = 看{ $programme }的班
check-act-choose = 看别的班
check-settle = 要弄清楚，还差：
check-see-courses = 看看有哪些班
check-money = 能补多少
check-money-by-catalogue = 看学什么、学几级；每个班的页面上都写着
check-money-a-head = 每人，付给培训机构；您不用交钱
check-office = 到哪里办：{ $office }
check-office-phone = 电话
check-plan = 排一排：哪年学什么
check-plan-hint = 要排计划，您的回答会先发给门户，只存在您的浏览器里。
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
check-day-missing = 请把年、月、日都填上；不知道就选“不清楚”
check-day-impossible = 没有这一天，请再看看年、月、日
check-day-early = 请填 1900 年以后的日子
check-year-impossible = 请填四位数的年份，例如 2012
check-year-later = 年份不能在今年以后
check-month-impossible = 请填 1 到 12 之间的月份
check-months-missing = 请填合同一共几个月，例如 12；不知道就选“不清楚”
check-percent-missing = 请填 0 到 100 之间的整数；不知道就选“不清楚”
check-occupation-missing = 请写明学的是什么职业
check-occupation-unknown = 没有找到这个职业，请换一个说法
check-occupation-near = 没有找到这个职业。您是不是要找：{ $names }？
check-level-missing = 请选学的是几级
check-trainings-many = 这里最多填 { $most } 项；再多请直接问人社部门
check-value-unknown = 请从列出的几项里选
