package standing.logic

import kotlinx.serialization.Serializable

/** One of the four places, and what was opened from it, the last on top. */
@Serializable
data class Branch(val root: Place.Root, val places: List<Place> = emptyList()) {
    val top: Place get() = places.lastOrNull() ?: root
}

/**
 * The way that the person came: back leads along it. Each of the four places keeps what was opened from it.
 *
 * @property branches in the order in which they were visited; the last is the one that is seen. Never empty.
 */
@Serializable
data class Way(val branches: List<Branch> = listOf(Branch(Place.Home))) {
    init {
        require(branches.isNotEmpty()) { "a way leads somewhere" }
    }

    /** The branch that is seen. */
    val at: Branch get() = branches.last()

    /** Opens a place. One of the four leads to what was open there; tapped again, to its beginning. */
    fun to(place: Place): Way =
        when {
            place is Place.Root && place == at.root -> onTop(Branch(place))
            place is Place.Root -> onTop(branches.firstOrNull { it.root == place } ?: Branch(place))
            // A second tap on the same thing opens nothing twice.
            place == at.top -> this
            else -> onTop(at.copy(places = at.places + place))
        }

    /** Opens a place from the beginning of the branch: in the list beside a detail. */
    fun beside(place: Place): Way = if (place is Place.Root) to(place) else onTop(at.copy(places = listOf(place)))

    /** Back to what was opened as the place of this number from the beginning of the branch, which is 0. */
    fun downTo(depth: Int): Way = onTop(at.copy(places = at.places.take(depth)))

    /** Opens a place from which back does not lead to where one is, nor to the choice of what was done there. */
    fun instead(place: Place): Way {
        val left = at.copy(places = at.places.dropLast(1).dropLastWhile { it is Place.NewRecord })
        return if (place is Place.Root) Way(branches.dropLast(1) + left).to(place).to(place) else onTop(left.copy(places = left.places + place))
    }

    /** Where one came from; null where that is outside of the app. */
    fun back(): Way? =
        when {
            at.places.isNotEmpty() -> onTop(at.copy(places = at.places.dropLast(1)))
            branches.size > 1 -> Way(branches.dropLast(1))
            at.root != Place.Home -> Way()
            else -> null
        }

    private fun onTop(branch: Branch) = Way(branches.filterNot { it.root == branch.root } + branch)
}
