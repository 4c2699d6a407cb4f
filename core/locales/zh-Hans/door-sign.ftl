# 扫描的门牌星级牌：经签名的家庭星级。
door-sign-own = 签名真实，与您的对账单一致
door-sign-differs = 签名真实，但与您的对账单不一致
door-sign-another = 签名真实，属于门牌{ $door }
door-sign-current = 签名真实，属于本季度
door-sign-earlier = 签名真实，但属于以前的季度
door-sign-not-yet = 有签名，但今天还不适用
door-sign-forged = 这块牌子没有通过核验
door-sign-unknown = 这里无法核验这块星级牌

door-sign-signed = 由{ $authority }签名，之后没有改动。
door-sign-refused = 没有通过核验：{ $reason }。
door-sign-later = 由{ $authority }签名，采用了新格式，这个版本的明账无法读取。
door-sign-compromised = 签名所用的密钥可能已泄露，{ $authority }已于{ $date }停用。
door-sign-list-unread = 由{ $authority }签名，但最新的机构密钥表采用了新格式，这个版本的明账无法读取。请更新明账后再扫描。
door-sign-list-old = 由{ $authority }签名，但这部手机上的机构密钥表已于{ $date }过期。请同步后再扫描。
door-sign-list-before = 按这部手机上的机构密钥表，{ $authority }没有签发这块牌子，或者无权签发。但这份密钥表可能比这块牌子旧。
door-sign-stranger = 写明的机构是{ $iss }，这部手机上没有这家机构的密钥表。

door-sign-is-current = 适用于{ $quarter }，就是现在。
door-sign-is-earlier = 适用于{ $quarter }。现在是{ $now }，这块牌子不说明今天的情况。
door-sign-is-not-yet = 适用于{ $quarter }，或者签名时间晚于现在。这部手机所知的最新日期是{ $date }。
door-sign-is-own = 属于您家的门牌{ $door }，星级与您截至{ $date }的第{ $seq }期对账单相同。
door-sign-is-own-differs = 属于您家的门牌{ $door }，星级与您截至{ $date }的第{ $seq }期对账单不同。
door-sign-is-own-then = 属于您家的门牌{ $door }。
door-sign-is-own-before = 属于您家的门牌{ $door }。这部手机上您最新的第{ $seq }期对账单截至{ $date }，早于本季度，星级不作比较。
door-sign-is-own-not-in-force = 属于您家的门牌{ $door }。您截至{ $date }的第{ $seq }期对账单已被撤回或由新一期接替，星级不作比较。
door-sign-is-another = 属于门牌{ $door }，您的对账单写明的门牌是{ $own }。
door-sign-is-any = 属于门牌{ $door }，这部手机上没有未锁定的对账单写明这个门牌。

door-sign-door = 门牌
door-sign-quarter = 季度
door-sign-authority = 签名机构
door-sign-stars = 有签名的只有这些星。门上如有其他星，例如贴纸，都没有签名。
door-sign-count = { $stars }星
door-sign-statement = 您的第{ $seq }期对账单：{ $stars }星

door-sign-forged-todo = 请不要以它为准。可以告诉评分机构它挂在哪里。它不说明这户人家的任何情况。
door-sign-sync-todo = 请先同步，再重新扫描。
door-sign-list-unread-todo = 请更新明账并同步，再重新扫描。
door-sign-not-compared-todo = 请先同步，取得最新一期对账单，再重新扫描。
door-sign-differs-todo = 请向评分机构询问以哪个为准。您可以对对账单中的星级提出异议。
door-sign-another-todo = 请与门旁的门牌号对照。如果不同，这块牌子属于另一户。
door-sign-earlier-todo = 请查看本季度的星级牌，或向评分机构索取。
door-sign-not-yet-todo = 请检查这部手机的日期。如果日期无误，请向评分机构询问这块牌子。

problem-scan-sign-broken = 这看起来是签名文件，但缺了一部分或有改动。
  .safe = 没有保存，也没有发送。
  .todo = 请重新扫描完整的码，不要有阴影遮挡。
problem-scan-signed-other = 这是签名文件，但不是门牌星级牌。
  .safe = 没有保存，也没有发送。
  .todo = 对账单和告知书会在同步时到达这部手机。
