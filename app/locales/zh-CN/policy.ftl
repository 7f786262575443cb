# 政策用语：项目、人群、规则的说明。每句话都是门户自己的说法，条款号另行标注。

## 项目

programme-employment_skills-about = 登记失业的、务农务工的、毕业还没工作的，学一门手艺，考到证书后由市里付培训费和鉴定费。
programme-student_skills-about = 在大连读大学期间，可以参加有补贴的技能培训，考到证书后领取。
programme-student_practice-about = 在大连读大学期间，到公共实训基地或大学生示范基地动手练，考到证书后按培训标准的一部分领取。
programme-veterans-about = 退役士兵另有专门的政策，由那边的办法来付。
programme-labour_preparation-about = 初中、高中毕业没有继续上学的，先学一门技术再找工作。报名不用考试，考到证书后全额补贴。
programme-enterprise_prejob-about = 企业给新招的员工做岗前培训，员工考到证书后，补贴付给企业。
programme-entrepreneurship-about = 想自己做生意的人学怎样开店、办企业，课时包括之后的专家指导。
programme-entrepreneurship_simulation-about = 已有创业培训证书、创业计划书通过评审的人，免费模拟经营。

## 人群

group-registered_unemployed = 城镇登记失业人员
group-rural_worker = 农村劳动者
group-veteran = 退役士兵
group-graduate = 毕业后还没有工作的大中专毕业生
group-student = 在大连读书的普通高校在校生
group-school_leaver = 没有继续升学的应届初中、高中毕业生
group-new_recruit = 企业新录用的员工

group-registered_unemployed-hint = 户口在城镇，没有工作，已经办了失业登记
group-rural_worker-hint = 农村户口，务农或者打工都算
group-veteran-hint = 当过义务兵或士官，已经退役
group-graduate-hint = 大学、大专、中专都算
group-student-hint = 学籍还在大连的大学或大专
group-school_leaver-hint = 今年刚毕业，不再上学
group-new_recruit-hint = 刚签劳动合同，单位在大连注册，不是人力资源或劳务派遣公司

## 结论

verdict-open = 可以申请
verdict-closed = 现在不行
verdict-unknown = 还差信息
verdict-elsewhere = 走另一项政策
outcome-pass = 符合
outcome-fail = 不符合
outcome-unknown = 还不清楚
clause-cited = 条文{ $clause }
clause-reading = 这一条可有不同理解，这里写的是门户采用的理解

## 办理的地方

office-district = { $district }人力资源和社会保障部门
office-district-unknown = 您居住的区（市、县）人力资源和社会保障部门
office-district-unknown-student = 您学校所在的区（市、县）人力资源和社会保障部门
office-city = 大连市人力资源和社会保障部门
office-base = 实训基地
office-veterans = 退役军人事务部门

## 钱付给谁

payee-person = 付给您本人
payee-enterprise = 付给企业
payee-institution = 付给培训机构

## 没有金额的原因

note-no_edition = 开课那天适用的补贴目录还没有公布，所以没有金额。
note-not_subsidised = 这个职业和等级不在补贴目录里，没有补贴。
note-training_not_published = 目录没有写培训补贴的标准。
note-appraisal_not_published = 目录没有写鉴定补贴的标准。
note-top_up_not_published = 紧缺职业会多补一部分，但比例没有公布，所以这里不算。
note-share_not_published = 企业能拿到几成由另外的办法规定，还没有公布。
note-entrepreneurship_not_published = 政策没有写创业培训补多少钱。
note-other_policy = 退役士兵的费用由国发〔2010〕42号文件规定。

## 规则：年龄

rule-age = 年龄
rule-age-pass = { $age ->
    [unknown] 年满 { $youngest } 岁，还没到退休年龄。
   *[other] 您 { $age } 岁，年龄合适：{ $retirement ->
        [unknown] { $youngest } 岁起，退休年龄以前。
       *[other] { $youngest } 岁起，{ $retirement } 岁以前。
    }
}
rule-age-fail = { $side ->
    [early] 您 { $age } 岁，要满 { $youngest } 岁才行。
   *[late] 您 { $age } 岁，这项培训只到 { $retirement } 岁以前。
}
rule-age-unknown = { $age ->
    [unknown] 要满 { $youngest } 岁，还没到退休年龄。您还没有告诉我们生日。
   *[other] { $side ->
        [early] 您 { $age } 岁，结课那天要满 { $youngest } 岁；结课日期还不知道。
       *[late] 您 { $age } 岁，男性和女性的截止年龄不同，要知道您的性别。
    }
}
remedy-age-early = 等您满 { $youngest } 岁再来。
remedy-age-late = 补贴培训帮不上，但公共就业服务机构仍可以免费给您介绍工作。

## 规则：人群

rule-group = 适用人群
rule-group-pass = 您属于这个项目面向的人。
rule-group-fail = 这个项目面向的是：{ $groups }。
rule-group-unknown = 这个项目面向的是：{ $groups }。您还没有告诉我们属于哪一种。
remedy-group = 情况变了（比如办了失业登记），再来查一次。

## 规则：先参加劳动预备制培训

rule-leaver_first = 先参加劳动预备制培训
rule-leaver_first-pass = 初中、高中毕业后要先参加劳动预备制培训，这条不影响您。
rule-leaver_first-fail = 您在 { $year } 年或以后离开初中、高中，没有升学。按规定要先参加劳动预备制培训，才能以登记失业人员的身份参加。
rule-leaver_first-unknown = { $year } 年或以后离开初中、高中又没有升学的人，要先参加劳动预备制培训。我们还不知道您的情况。
remedy-leaver_first = 先报名劳动预备制培训；如果您还属于别的人群，也请一并选上。

## 规则：一年一次

rule-year = 一年一次
rule-year-pass = { $year } 年您还没有用过就业技能培训补贴。
rule-year-fail = { $year } 年您已经参加过一次就业技能培训，每年只有一次。
rule-year-unknown = 就业技能培训每年只补一次。要知道您 { $year } 年参加过没有。
remedy-year = 选明年 1 月 1 日以后开课的班。

## 规则：补贴总次数

rule-lifetime = 补贴总次数
rule-lifetime-pass = 一共 { $limit } 次补贴，您用了 { $used } 次。
rule-lifetime-fail = 一共 { $limit } 次补贴，您已经用了 { $used } 次。
rule-lifetime-unknown = 每人一共 { $limit } 次补贴。要知道您用过几次。
remedy-lifetime = 仍可以自费参加培训和考证。

## 规则：还有没有可学的

rule-no_move_left = 还有可选的培训
rule-no_move_left-pass = 您还可以学新的工种，或者在学过的工种上升一级。
rule-no_move_left-fail = 初级工种都学满了，能升的等级也升完了。
rule-no_move_left-unknown = 要知道您以前学过什么、有什么证书，才知道还能学什么。
remedy-no_move_left = 仍可以自费参加培训和考证。

## 规则：只能一次

rule-once_as_student = 上大学期间的次数
rule-once_as_student-pass = 上大学期间补 { $limit } 次，您用了 { $used } 次。
rule-once_as_student-fail = 上大学期间补 { $limit } 次，您已经用了 { $used } 次。
rule-once_as_student-unknown = 上大学期间补 { $limit } 次。要知道您用过没有。
remedy-once_as_student = 毕业后如果还没有工作，可以参加就业技能培训。

rule-once_preparation = 劳动预备制培训的次数
rule-once_preparation-pass = 劳动预备制培训每人 { $limit } 次，您用了 { $used } 次。
rule-once_preparation-fail = 劳动预备制培训每人 { $limit } 次，您已经参加过 { $used } 次。
rule-once_preparation-unknown = 劳动预备制培训每人 { $limit } 次。要知道您参加过没有。
remedy-once_preparation = 可以办失业登记，再看就业技能培训。

rule-once_simulation = 创业模拟实训的次数
rule-once_simulation-pass = 创业模拟实训每人 { $limit } 次，您用了 { $used } 次。
rule-once_simulation-fail = 创业模拟实训每人 { $limit } 次，您已经参加过 { $used } 次。
rule-once_simulation-unknown = 创业模拟实训每人 { $limit } 次。要知道您参加过没有。
remedy-once_simulation = 可以找所在区的部门问后续的创业扶持。

## 规则：目录

rule-catalogue = 在补贴目录里
rule-catalogue-pass = { $programme ->
    [enterprise_prejob] { $occupation } { $level }在紧缺职业目录里。
   *[other] { $occupation } { $level }在补贴目录里。
}
rule-catalogue-fail = { $programme ->
    [enterprise_prejob] { $occupation } { $level }不在紧缺职业目录里，岗前培训没有补贴。
   *[other] { $occupation } { $level }不在补贴目录里，学了没有补贴。
}
rule-catalogue-unknown = { $occupation ->
    [unknown] 还不知道是哪个职业、哪个等级。
   *[other] 开课那天适用的目录还没有公布，{ $occupation } { $level }有没有补贴还不能确定。
}
remedy-catalogue = 从目录里另选一个职业或等级。

## 规则：谁来办班

rule-designated = 办班单位合格
rule-designated-pass = { $programme ->
    [student_practice] 这是公共实训基地或大学生实训示范基地。
    [entrepreneurship] 这家机构是创业培训的定点机构。
    [entrepreneurship_simulation] 这家机构经过批准，可以办创业模拟实训。
   *[other] 整个开课期间，这家机构都是这个职业和等级的定点机构。
}
rule-designated-fail = { $programme ->
    [student_practice] 实训要在公共实训基地或大学生实训示范基地，这里不是。
    [entrepreneurship] 这家机构不是创业培训的定点机构。
    [entrepreneurship_simulation] 这家机构没有得到批准，不能办创业模拟实训。
   *[other] 这家机构不是这个职业和等级的定点机构，或者开课期间有几天不是。
}
rule-designated-unknown = { $programme ->
    [student_practice] 要知道是哪个实训基地。
   *[other] 要知道是哪家机构，以及开课期间它是不是定点机构。
}
remedy-designated = 换一家定点机构的班。

## 规则：不重复

rule-repeat = 没有重复
rule-repeat-pass = { $occupation } { $level }您还没有用补贴学过。
rule-repeat-fail = { $occupation } { $level }您已经用补贴学过，或者正在学，同一项不能再补一次。
rule-repeat-unknown = 同一职业同一等级只补一次。要知道您有没有学过{ $occupation } { $level }。
remedy-repeat = 换一个职业，或者升一级。

rule-held = 还没有这个证书
rule-held-pass = 您还没有这个等级或更高等级的证书。
rule-held-fail = 这个职业您已经有{ $level }证书，同级和更低的等级不再补贴。
rule-held-unknown = 已经有同级或更高等级证书的，不再补贴。要知道您有什么证书。
remedy-held = 可以看更高一级的班。

## 规则：初级两个

rule-primary = 初级不超过两个工种
rule-primary-pass = 初级可以学 { $limit } 个工种，您学了 { $used } 个。
rule-primary-fail = 初级最多补 { $limit } 个工种，您已经学了 { $used } 个。
rule-primary-unknown = 初级最多补 { $limit } 个工种。要知道您学过几个。
remedy-primary = 在学过的工种里选一个升级。

## 规则：晋级

rule-upgrade_base = 从补贴过的初级升上来
rule-upgrade_base-pass = { $occupation }的初级您用补贴学过，也拿到了证书。
rule-upgrade_base-fail = 升级要在用补贴学过初级、拿到证书的工种上升。{ $occupation }您还没有。
rule-upgrade_base-unknown = 升级要在用补贴学过初级、拿到证书的工种上升。要知道{ $occupation }您学过没有。
remedy-upgrade_base = 先学{ $occupation }的初级并考到证书。

rule-upgrade_one = 只在一个工种上升级
rule-upgrade_one-pass = 升级补贴只给一个工种，您没有在别的工种上用过。
rule-upgrade_one-fail = 升级补贴只给一个工种，您已经用在{ $occupation }上了。
rule-upgrade_one-unknown = 升级补贴只给一个工种。要知道您有没有在别的工种上用过。
remedy-upgrade_one = 继续在已经升过级的工种上往上升。

rule-upgrade_step = 一级一级升
rule-upgrade_step-pass = 您有低一级的证书：{ $level }。
rule-upgrade_step-fail = 要先有低一级的证书：{ $level }。
rule-upgrade_step-unknown = 要先有低一级的证书：{ $level }。要知道您有没有。
remedy-upgrade_step = 先考到{ $level }的证书。

## 规则：劳动预备制的时长和实习

rule-preparation_length = 学习时间够长
rule-preparation_length-pass = 至少 { $least } 个学期，这个班有 { $told } 个学期。
rule-preparation_length-fail = { $told ->
    [unknown] 劳动预备制培训只给初中、高中毕业后没有升学的人。
   *[other] 至少要 { $least } 个学期，这个班只有 { $told } 个学期。
}
rule-preparation_length-unknown = 至少要 { $least } 个学期，从哪里毕业，要学的不一样长。还不知道您从哪里毕业，或者这个班有多长。
remedy-preparation_length = 选时间更长的班。

rule-internship = 校外实习有保障
rule-internship-pass = 没有校外实习，或者实习不超过 { $limit } 个月，有协议，也买了意外保险。
rule-internship-fail = 校外实习不能超过 { $limit } 个月，要签协议，还要买意外保险。这个班没有做到。
rule-internship-unknown = 校外实习不能超过 { $limit } 个月，要签协议，还要买意外保险。这个班的实习情况还不清楚。
remedy-internship = 请学校改好实习安排，或者换一个班。

## 规则：企业

rule-enterprise_kind = 企业合格
rule-enterprise_kind-pass = 企业在大连注册，不是人力资源或劳务派遣公司，行业也符合国家产业政策。
rule-enterprise_kind-fail = 企业要在大连注册，不能是人力资源或劳务派遣公司，行业要符合国家产业政策。您的企业有一条不符合。
rule-enterprise_kind-unknown = 企业要在大连注册，不能是人力资源或劳务派遣公司，行业要符合国家产业政策。要知道您企业的情况。
remedy-enterprise_kind = 可以用自己的身份看其他项目。

rule-contract = 合同和社保
rule-contract-pass = 合同够长，办了用工备案，社会保险也足额交了。
rule-contract-fail = 要有 { $least } 个月以上或没有期限的合同，办好用工备案，社会保险足额缴纳。有一条不符合。
rule-contract-unknown = 要有 { $least } 个月以上或没有期限的合同，办好用工备案，社会保险足额缴纳。还有没告诉我们的。
remedy-contract = 请单位补办备案、补交社会保险，或者续签合同。

rule-within_six_months = 签合同后按时开课
rule-within_six_months-pass = 在 { $from }到{ $until }之间开课，时间合适。
rule-within_six_months-fail = 要在 { $from }到{ $until }之间开课，开课的日子不在里面。
rule-within_six_months-unknown = 要在签合同后 { $limit } 个月内开课。要知道合同是哪天签的。
remedy-within_six_months = 选在期限内开课的班。
remedy-within_six_months-over = { $until }已经过了，这份合同不能再领岗前培训的补贴。

rule-education_fund = 职工教育经费
rule-education_fund-pass = 企业按规定提取职工教育经费，至少 { $least }% 用在一线职工身上，也公开了。
rule-education_fund-fail = 企业要按规定提取职工教育经费，至少 { $least }% 用在一线职工身上，并且公开。有一条没有做到。
rule-education_fund-unknown = 企业要按规定提取职工教育经费，至少 { $least }% 用在一线职工身上，并且公开。要问单位。
remedy-education_fund = 请单位按规定提取、使用并公开经费。

## 规则：创业

rule-hours = 课时够
rule-hours-pass = 至少 { $least } 课时，这个班有 { $told } 课时，包括之后的专家服务。
rule-hours-fail = 至少要 { $least } 课时，这个班只有 { $told } 课时。
rule-hours-unknown = 至少要 { $least } 课时，包括之后的专家服务。这个班有多少课时还不知道。
remedy-hours = 选课时够的班。

rule-entrepreneur_certificate = 有创业培训证书
rule-entrepreneur_certificate-pass = 您有创业培训合格证书。
rule-entrepreneur_certificate-fail = 要先有创业培训合格证书。
rule-entrepreneur_certificate-unknown = 要先有创业培训合格证书。您还没有告诉我们有没有。
remedy-entrepreneur_certificate = 先参加创业培训。

rule-business_plan = 创业计划书通过评审
rule-business_plan-pass = 您的创业计划书通过了专家评审。
rule-business_plan-fail = 创业计划书要先通过专家评审。
rule-business_plan-unknown = 创业计划书要先通过专家评审。您还没有告诉我们结果。
remedy-business_plan = 请培训机构帮您改好，再送评审。

## 还差什么：由谁补上

settle-birth = 您的生日
settle-sex = 您的性别
settle-groups = 您属于哪种人
settle-left_stage = 您最后从初中还是高中毕业
settle-left_on = 您哪年离开学校
settle-certificates = 您有什么职业证书
settle-entrepreneur_certificate = 您有没有创业培训合格证书
settle-business_plan = 您的创业计划书有没有通过评审
settle-enterprise_in_city = 单位是不是在大连注册
settle-hr_or_dispatch = 单位是不是人力资源或劳务派遣公司
settle-industry_conforms = 单位的行业是否符合国家产业政策
settle-contract_signed = 劳动合同是哪天签的
settle-contract_months = 劳动合同有几个月
settle-contract_open_ended = 劳动合同有没有期限
settle-filed = 单位有没有办用工备案
settle-insured = 社会保险有没有足额交
settle-fund_drawn = 单位有没有提取职工教育经费
settle-fund_front_line = 经费有几成用在一线职工
settle-fund_disclosed = 经费的使用有没有公开
settle-history = 您以前参加过哪些补贴培训
settle-course_skill = 这个班是哪个职业、哪个等级
settle-course_end = 这个班哪天结束
settle-institution = 哪家机构办班
settle-base = 在哪个实训基地
settle-semesters = 这个班有几个学期
settle-class_hours = 这个班有多少课时
settle-internship = 这个班的校外实习怎样安排
settle-edition = 开课那天适用的补贴目录（由市里公布）

## 不可能的回答

impossible-birth-later = 生日不能在今天以后
impossible-contract-later = 签合同的日子不能在今天以后
impossible-entry-later = 还没有开课的培训，只能选“已报名”或“已取消”
impossible-ends-before-start = 结束的日子不能早于开始的日子
impossible-too-many = 最多 500 条
impossible-occupation-missing = 请写明职业
impossible-level-missing = 请选等级

resident-id-length = 身份证号要有 18 位，请再数一数
resident-id-characters = 身份证号只能是数字，最后一位可以是 X
resident-id-birth = 身份证号里的出生日期不存在，请对照证件再看看
resident-id-check-digit = 身份证号有一位写错了，请对照证件再看看
