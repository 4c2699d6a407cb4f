package standing.app

import standing.logic.Branch
import standing.logic.Place

/** Where on the way a screen is: the same place can be open twice. */
internal data class Seat(val root: Place.Root, val depth: Int, val place: Place)

/** Every screen of a branch, from its beginning. */
internal fun Branch.seats(): List<Seat> = (listOf<Place>(root) + places).mapIndexed { depth, place -> Seat(root, depth, place) }

/** The screen on top. */
internal fun Branch.seat(): Seat = Seat(root, places.size, top)
