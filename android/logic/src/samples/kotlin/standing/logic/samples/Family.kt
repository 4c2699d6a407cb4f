package standing.logic.samples

import standing.core.MembershipView
import standing.core.PeopleView
import standing.core.PersonMark
import standing.core.PersonRow
import standing.core.PersonView

/** A father for whom the owner of the phone acts; his pages may be locked. */
fun Samples.father(locked: Boolean = false) =
    PersonView(said("Father", "爸爸"), said("Father", "爸爸"), said("You act for Father.", "您代爸爸办理。"), PersonMark.SQUARE, locked)

/** The owner's two memberships, and the father's at the village. */
fun Samples.family(locked: Boolean = false): List<MembershipView> {
    val village = memberships.first()
    val his = village.copy(
        membership = "father", authority = "${village.authority} · ${father().name}", hint = said("Wang ∗guo", "王∗国"), person = father(locked),
    )
    return memberships + his
}

/** Everybody on this phone. */
fun Samples.people(all: List<MembershipView> = family()): PeopleView {
    val rows = all.groupBy { it.person.given }.map { (_, theirs) -> PersonRow(theirs.first().person, acting(theirs.first().person), theirs) }
    val text = said(
        "${rows.size} people, ${all.size} connections. Each connection is kept apart, with a key of its own.",
        "共${rows.size}人、${all.size}个绑定。各个绑定分开保存，各有自己的密钥。",
    )
    return PeopleView(
        if (all.isEmpty()) "" else text,
        rows,
        said("These names and marks are only on this phone. Standing tells no authority who else uses this phone.", "这些名称和标记只在这部手机上。明账不会告诉任何机构还有谁使用这部手机。"),
        said("Names with “∗” come from the authorities. Parts of them are hidden on purpose.", "带“∗”的姓名来自评分机构，有意隐去了一部分。"),
    )
}

private fun Samples.acting(person: PersonView) =
    if (person.given.isEmpty()) ""
    else said(
        "This phone was connected with the one-time code from ${person.name}’s letter. To the authority, what you send from here comes from ${person.name}, who can ask the authority to end the connection, without this phone.",
        "这部手机是用${person.name}信中的一次性绑定码绑定的。从这里发送的内容，在评分机构看来就是${person.name}发送的；${person.name}可以直接要求评分机构停用这个绑定，不需要这部手机。",
    )
