# 设置，以及每一次联网。
problem-text-size = 字号不能是{ $found }%。
  .safe = 您的设置没有改变。
  .todo = 请在{ $least }% 至{ $most }% 之间选择。

network-note = 按本手机的时钟记录。保留90天，只存于本手机。
network-none = 本手机还没有联过网。
network-total = 共联网{ $n }次：接收{ $received }，发送{ $sent }。
network-size = 接收{ $received }，发送{ $sent }
access-public-metadata = 查询公开文件有无更新
access-public-file = 下载公开文件
access-join = 用来信上的验证码加入
access-head = 查询有无新内容
access-statements = 下载对账单
access-notices = 下载告知
access-receipts = 下载回执
access-record = 发送记录
access-evidence = 发送照片
access-register = 下载企业名录
access-lists = 下载企业名单
access-products = 下载商品编码表
access-other = 其他：{ $purpose }
outcome-done = 完成
outcome-unchanged = 没有更新
outcome-said-no = 对方拒绝（代码{ $status }）
outcome-trouble = 对方出现故障（代码{ $status }）
outcome-led-away = 被引向别处，未跟随
outcome-no-answer = 没有答复
