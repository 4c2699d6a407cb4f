# 同步。
sync-asking = 正在向{ $name }查询
sync-register = 正在获取{ $name }的名录
sync-done = 已完成
sync-complete = 全部为最新。
sync-incomplete = 未能全部更新。
sync-stopped = 已停止。已收到的内容都已保存。
sync-nothing = 还没有可同步的内容：请先加入机构或添加名录。
sync-no-news = 没有新内容。
sync-news = 新到：{ $what }。
sync-statements = { $n }期对账单
sync-notices = { $n }份告知
sync-receipts = { $n }份回执
sync-sent = 已发送{ $n }条记录
sync-register-done = 名录及名单均为最新（第{ $n }版）。
sync-register-same = 没有更新的名录，仍为第{ $n }版。
sync-register-gap = 名录已为最新（第{ $n }版）；其间的版本本手机未曾见过。
