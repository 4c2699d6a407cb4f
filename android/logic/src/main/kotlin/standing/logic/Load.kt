package standing.logic

import standing.core.Problem

/** What a screen has of its view: nothing yet, all of it, or the reason why not. */
sealed interface Load<out T> {
    /** It was asked for. */
    data object Loading : Load<Nothing>

    /** It is here. */
    data class Ready<out T>(val view: T) : Load<T>

    /** It could not be had: what happened, what is safe, what to do. */
    data class Failed(val problem: Problem) : Load<Nothing>
}

/** The view, if it is here. */
val <T> Load<T>.view: T? get() = (this as? Load.Ready)?.view

/** The reason, if it could not be had. */
val Load<*>.problem: Problem? get() = (this as? Load.Failed)?.problem
