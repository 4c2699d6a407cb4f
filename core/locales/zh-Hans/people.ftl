# 这部手机上的人，以及每个绑定属于谁。
people-text = 共{ $people }人、{ $connections }个绑定。各个绑定分开保存，各有自己的密钥。
people-kept = 这些名称和标记只在这部手机上。明账不会告诉任何机构还有谁使用这部手机。
people-hints = 带“∗”的姓名来自评分机构，有意隐去了一部分。
person-you = 本人
person-acts = 您代{ $name }办理。
person-acting = 这部手机是用{ $name }信中的一次性绑定码绑定的。从这里发送的内容，在评分机构看来就是{ $name }发送的；{ $name }可以直接要求评分机构停用这个绑定，不需要这部手机。
person-damaged = 名称已损坏（{ $n }）
person-damaged-note = 这个绑定的名称在这部手机上已损坏。
person-damaged-todo = 请重新填写这是谁的绑定。填写之前，要用人脸或锁屏密码等方式验证，才能打开它的页面。
problem-person-name = 名称超过了{ $most }个字。
  .safe = 没有任何改动。
  .todo = 请起一个短一些的名称，例如：爸爸。
problem-person-number = 这看起来像身份证号。
  .safe = 没有保存。
  .todo = 请起一个名称，例如：爸爸。
