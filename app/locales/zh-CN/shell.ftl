# 页面外壳：标题、页眉、页脚，以及各页共用的词
portal-name = 大连职业培训门户
home-title = 找培训、查补贴、办报名
skip = 跳到正文
back = 返回上一步
continue = 继续
breadcrumb = 当前位置
sample-data = 示例数据
problems-title = 有几处需要改一下

# 官方提示与开关
official-summary = 如何核实本站
official-text = 办理只在本站进行。请看清浏览器地址栏里的域名，并以锁形标志为准；本站不会打电话索要验证码，也不收取任何报名费。
official-demo = 这是演示站点：机构、课程、补贴标准都是示例数据，不能据此办理业务；职业名称、行政区划和注明出处的数字来自公开资料。
switch-size = 字号
switch-theme = 颜色
size-standard = 标准
size-large = 大字
size-extra-large = 特大
theme-device = 跟随设备
theme-light = 浅色
theme-dark = 深色
switch-language = English

# 导航
nav = 主导航
nav-home = 首页
nav-courses = 找课程
nav-occupations = 职业
nav-check = 查补贴
nav-market = 行情
nav-recommended = 推荐
nav-applications = 我的报名
nav-sign-in = 登录
nav-help = 帮助

# 页脚
footer-title = 帮助与说明
footer-reading = 阅读方式
footer-help = 使用帮助
footer-accessibility = 无障碍说明
footer-market = 供求数字与来源
footer-policy = 补贴依据：大政发〔2011〕44号
footer-readings = 政策理解登记
footer-api = 开放接口

# 搜索
search-label = 搜索职业、课程、机构或实训基地
search-placeholder = 例如：电工、yuesao
search-button = 搜索
search-offers = 搜索建议
search-open = { $count } 门可报名
search-counted = 有 { $count } 条建议
search-history = 最近搜过（只存在这台设备上）
search-forget = 清除搜索记录
kind-occupation = 职业
kind-course = 课程
kind-institution = 机构
kind-base = 实训基地

# 等级与项目
level-5 = 五级（初级工）
level-4 = 四级（中级工）
level-3 = 三级（高级工）
level-2 = 二级（技师）
level-1 = 一级（高级技师）
programme-employment_skills = 就业技能培训
programme-student_skills = 在校生技能培训
programme-student_practice = 在校生技能实训
programme-veterans = 退役士兵教育培训
programme-labour_preparation = 劳动预备制培训
programme-enterprise_prejob = 企业岗前培训
programme-entrepreneurship = 创业培训
programme-entrepreneurship_simulation = 创业模拟实训

# 日期
day-weekday = { $month }月{ $day }日 { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}
day-span = { $from }至{ $to }
day-field-year = 年
day-field-month = 月
day-field-day = 日
