# Why the programming interface says no, where the status alone does not tell
api-sign-in = 请先登录，或在Authorization中提供有效的令牌。
api-key-missing = 请在Idempotency-Key中提供由您选定的编号（1至200个可见字符），以便重复提交时不会重复报名。
api-key-used = 这个Idempotency-Key已用于另一项报名，请换一个。
api-already-enrolled = 您已报名这门课程，报名编号见about。
api-full = 名额已满。符合条件的已按顺序排队候补，排在第几位见waiting_place；有空出的名额时，自动补给排在最前面的人。
api-seated = 您已候补到名额。不需要时，请取消报名。
api-closed = 报名已截止，截止日期见about。
api-not-eligible = 按政策不能报名这门课程，或还缺少必要的信息；各项条件见about。
api-too-late = 课程已经开始，不能再取消。
