# 页面外壳：标题、页眉、页脚
portal-name = 大连职业培训门户
home-title = 找培训、查补贴、办报名
