# 政策理解登记：条文可以怎样读，门户采用了哪一种，为什么

readings-title = 政策理解登记
readings-description = 大连职业培训补贴政策里可以有不同理解的条文：能怎样读、门户采用哪一种、从什么时候起；还有条文写明的数。
readings-text = 政策里有 { $count } 处可以有不同的理解。每一处能怎样读、门户采用哪一种、为什么、从什么时候起，都写在这里。主管部门可以从某一天起改用另一种；条文写明的 { $stated } 个数列在后面，也可以这样改。改动以前的记录也留着，已经作出的决定不受影响。
readings-list = 全部条目
readings-chosen-heading = 可以有不同理解的地方
readings-stated-heading = 条文写明的数
readings-stated = 写明
readings-coming = 将要改的
readings-coming-none = 目前没有已经登记的改动。
readings-coming-line = { $day }起，{ $topic }：{ $value }
readings-chosen = 门户采用
readings-other = 也可以读成
readings-why = 为什么
readings-source = 依据：{ $source }
readings-since = 从{ $day }起
readings-until = { $from }至{ $to }
readings-before = 以前的选择
readings-later = 以后的选择
readings-data = 这份登记也可以作为数据取用：
readings-csv = 表格（CSV）
readings-json = 数据（JSON）
readings-see = 看看可以怎样理解

reading-value-ages = 男 { $male } 岁、女 { $female } 岁
reading-value-years = { $number } 岁
reading-value-times = { $number } 次
reading-value-occupations = { $number } 个工种
reading-value-percent = { $number }%
reading-value-semesters = { $number } 个学期
reading-value-months = { $number } 个月
reading-value-hours = { $number } 课时
reading-value-yuan = { $number } 元
reading-value-year = { $number } 年

reading-six_subsidies = 一共补几次
reading-six_subsidies-1 = { $number ->
    [6] 两个初级工种，再在其中一个工种上升级四次，一共 6 次。
   *[other] 每人一共 { $number } 次。
}
reading-six_subsidies-2 = 两个初级工种，再升级一次，一共 3 次。
reading-six_subsidies-why = 读得再窄，六次就永远用不完；这样读，两处条文正好合得上。

reading-year_of_start = 补贴算在哪一年
reading-year_of_start-1 = 算在开课那天所在的那一年。
reading-year_of_start-2 = 算在考到证书的那一年。
reading-year_of_start-3 = 算在补贴发下来的那一年。
reading-year_of_start-why = 哪天开课，您自己能安排；办事慢，不应该让您多等一年。

reading-promotion_occupation = 在哪个工种上升级
reading-promotion_occupation-1 = 在大连用补贴学过初级、考到证书的那个工种上升级。
reading-promotion_occupation-2 = 在您有证书的任何工种上都可以升级。
reading-promotion_occupation-why = 条文说“其中1个”，指的是前面说的两个初级工种。

reading-retirement_age = 到几岁为止
reading-retirement_age-1 = 男 { $male } 岁、女 { $female } 岁以前可以参加。
reading-retirement_age-2 = 每个人按自己的退休年龄算，岗位不同，年龄也不同。
reading-retirement_age-why = 条文只说法定劳动年龄，没有写几岁。主管部门可以从某一天起另定。

reading-once_in_lifetime = 劳动预备制培训和创业模拟实训能参加几次
reading-once_in_lifetime-1 = 每人一生各 { $number } 次。
reading-once_in_lifetime-2 = 每离开一次学校、每准备开一次业，都可以再参加一次。
reading-once_in_lifetime-why = 这两项，条文都只写了一次培训。

reading-counted_programmes = 总次数里算哪些培训
reading-counted_programmes-1 = 算就业技能培训、在校生的培训和实训、劳动预备制培训；企业岗前、创业、退役士兵的培训不算。
reading-counted_programmes-2 = 凡是拿过补贴的培训都算。
reading-counted_programmes-why = 条文说的是个人和技能等级；不算的那几项，有的补给企业，有的不考等级，有的另有政策。

reading-primary_programmes = 两个初级里算哪些培训
reading-primary_programmes-1 = 只算就业技能培训里学的初级。
reading-primary_programmes-2 = 在校时学的、劳动预备制学的初级也算。
reading-primary_programmes-why = “两个”是写给登记失业的、务农务工的和毕业还没工作的人的。

reading-promotion_base = 升级从哪里起
reading-promotion_base-1 = 市里补贴过、考到证书的初级都可以，当时参加的是哪个项目都行。
reading-promotion_base-2 = 只能从就业技能培训里学的初级升起。
reading-promotion_base-why = 学过的等级，不必为了升级再学一遍。

reading-once_a_year = 一年一次管哪些培训
reading-once_a_year-1 = 只管就业技能培训。
reading-once_a_year-2 = 各种补贴培训加在一起，一年一次。
reading-once_a_year-why = 这句话写在就业技能培训那一段里。

reading-once_as_student = 在校期间一次怎样算
reading-once_as_student-1 = 整个在校期间一次，换了学校也一样。
reading-once_as_student-2 = 每读一所学校一次。
reading-once_as_student-why = 条文只写在校期间，没有写每所学校。

reading-leavers_first = 初中、高中毕业没有升学的，要不要先参加劳动预备制培训
reading-leavers_first-1 = 要。没参加过的，不能以登记失业人员的身份领就业技能培训补贴；同时属于别的人群的，不受影响。
reading-leavers_first-2 = 不要。没参加过的也可以领。
reading-leavers_first-why = 这是登记失业以前的一项义务；没有后果，等于没有写。

reading-already_certified = 已经有证书的等级还补不补
reading-already_certified-1 = 不补。有了证书的等级，以及比它低的等级，都不再补贴。
reading-already_certified-2 = 补。只要这一级以前没有用补贴学过。
reading-already_certified-why = 已经能证明会的，再学一遍对谁都没有帮助。

reading-promotion_step = 升级能不能跳级
reading-promotion_step-1 = 不能。要先有低一级的证书。
reading-promotion_step-2 = 能。有了初级证书，就可以学更高的任何一级。
reading-promotion_step-why = 鉴定考试也是一级一级报名的。

reading-youngest_age = 从几岁起
reading-youngest_age-1 = 满 { $number } 岁。劳动预备制培训看结课那天满不满。
reading-youngest_age-2 = 所有培训都看开课那天满不满。
reading-youngest_age-why = 这是法定的劳动年龄；初中毕业时多半才 15 岁，所以劳动预备制培训看结课那天。

reading-veterans_elsewhere = 退役士兵按哪项政策
reading-veterans_elsewhere-1 = 按退役士兵自己的政策；同时属于别的人群的，也可以参加那些项目。
reading-veterans_elsewhere-2 = 只能按退役士兵自己的政策。
reading-veterans_elsewhere-why = 条文把退役士兵引向专门的政策，没有关上别的项目。

reading-education_fund = 职工教育经费是不是条件
reading-education_fund-1 = 是。企业没有按规定提取、使用和公开经费的，岗前培训没有补贴。
reading-education_fund-2 = 不是。发放补贴时只作参考。
reading-education_fund-why = 条文说它是发放补贴的“重要依据”。

reading-within_six_months = 签合同六个月内培训，看哪一天
reading-within_six_months-1 = 看开课那天在不在六个月内。
reading-within_six_months-2 = 看结课那天在不在六个月内。
reading-within_six_months-why = 开课可以事先安排，结课可能会推迟。

reading-prejob_list = 企业岗前培训给谁、看哪份目录
reading-prejob_list-1 = 只给新录用的员工；职业在紧缺目录里就可以。
reading-prejob_list-2 = 职业要同时在紧缺目录和补贴目录里。
reading-prejob_list-why = 两处条文说的都是新录用的员工和紧缺职业。

reading-practice_share = 实训补 60%，按哪个数算
reading-practice_share-1 = 按加上紧缺加补以后的培训标准算。
reading-practice_share-2 = 按没有加补的培训标准算。
reading-practice_share-why = 条文说按培训补贴标准，加补也是标准的一部分。

reading-in_house_designation = 企业培训自己的新员工，要不要由定点机构来办
reading-in_house_designation-1 = 要。企业岗前培训也由定点机构来办。
reading-in_house_designation-2 = 不要。企业可以自己办班。
reading-in_house_designation-why = 条文对所有补贴培训都要求定点机构。主管部门可以从某一天起另定。

## 条文写明的数

reading-stated-why = 条文写明的。

reading-primary_subsidies = 初级补几个工种
reading-primary_subsidies-1 = 就业技能培训的初级补 { $number } 个工种。

reading-student_subsidies = 在校期间补几次
reading-student_subsidies-1 = 在校期间补 { $number } 次。

reading-practice_percent = 在校生实训补培训标准的百分之几
reading-practice_percent-1 = 补培训标准的 { $number }%。

reading-semesters_after_junior_high = 初中毕业的，劳动预备制至少学几个学期
reading-semesters_after_junior_high-1 = 至少 { $number } 个学期。

reading-semesters_after_senior_high = 高中毕业的，劳动预备制至少学几个学期
reading-semesters_after_senior_high-1 = 至少 { $number } 个学期。

reading-internship_months = 劳动预备制的校外实习最长几个月
reading-internship_months-1 = 最长 { $number } 个月。

reading-contract_months = 新录用职工的合同至少几个月
reading-contract_months-1 = 至少 { $number } 个月，或者没有期限。

reading-start_months = 岗前培训在签合同后几个月内开课
reading-start_months-1 = 在 { $number } 个月内开课。

reading-front_line_percent = 职工教育经费至少百分之几用在一线职工身上
reading-front_line_percent-1 = 至少 { $number }%。

reading-class_hours = 创业培训至少多少课时
reading-class_hours-1 = 至少 { $number } 课时，后续的专家服务算在里面。

reading-simulation_yuan = 创业模拟实训每人补给机构多少元
reading-simulation_yuan-1 = 每人 { $number } 元。

reading-leavers_since_year = 从哪一年起，离校没有升学的要参加劳动预备制培训
reading-leavers_since_year-1 = { $number } 年起离校的。
