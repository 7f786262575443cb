# The shell: titles, header, footer
portal-name = Dalian Training Portal
home-title = Find training, check subsidies, enrol
