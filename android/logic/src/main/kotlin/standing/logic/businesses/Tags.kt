package standing.logic.businesses

import standing.core.BusinessCard
import standing.core.ListingTag
import standing.core.TagKind

/**
 * The tags that may stand on a card. "The black tag appears only beside full name, region and code":
 * without one of them somebody else could be meant, and nothing is shown about anybody.
 */
val BusinessCard.shownTags: List<ListingTag>
    get() = if (listOf(name, region, code).all(String::isNotBlank)) tags else tags.filter { it.kind.harmless }

private val TagKind.harmless get() = this == TagKind.NOT_LISTED || this == TagKind.UNKNOWN
