# 日期、时间与列举。
date = { $year }年{ $month }{ $day }日
weekday-date = { $date }（{ $weekday }）
quarter-1 = { $year }年第一季度
quarter-2 = { $year }年第二季度
quarter-3 = { $year }年第三季度
quarter-4 = { $year }年第四季度
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
ago-now = 刚刚
ago-minutes = { $n }分钟前
ago-hours = { $n }小时前
ago-days = { $n }天前
days-today = 今天
days-in = { $n ->
    [1] 明天
    *[other] { $n }天后
  }
months-in = { $n }个月后
years-in = { $n }年后
years-months-in = { $n }年{ $months }个月后
days-ago = { $n ->
    [1] 昨天
    *[other] { $n }天前
  }
list-comma = 、
list-last = { $first }和{ $last }
size-none = 0 kB
size-small = 不到1 kB
size-kb = { $n } kB
size-mb = { $n } MB
run = { $from }至{ $to }
