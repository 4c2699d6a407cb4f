// What a window of the desktop's Compose asks of androidx.lifecycle, whose own library Maven Central does not have. It stays
// with the desktop: on a phone the real library is there.
package androidx.lifecycle

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow

interface LifecycleObserver

fun interface LifecycleEventObserver : LifecycleObserver {
    fun onStateChanged(source: LifecycleOwner, event: Lifecycle.Event)
}

interface LifecycleOwner {
    val lifecycle: Lifecycle
}

abstract class Lifecycle {
    enum class State {
        DESTROYED,
        INITIALIZED,
        CREATED,
        STARTED,
        RESUMED,
        ;

        fun isAtLeast(state: State) = this >= state
    }

    enum class Event { ON_CREATE, ON_START, ON_RESUME, ON_PAUSE, ON_STOP, ON_DESTROY, ON_ANY }

    abstract val currentState: State
    abstract val currentStateFlow: StateFlow<State>

    abstract fun addObserver(observer: LifecycleObserver)

    abstract fun removeObserver(observer: LifecycleObserver)
}

class LifecycleRegistry(private val owner: LifecycleOwner) : Lifecycle() {
    private val states = MutableStateFlow(State.INITIALIZED)
    private val observers = LinkedHashMap<LifecycleObserver, State>()

    override val currentStateFlow: StateFlow<State> get() = states

    override var currentState: State
        get() = states.value
        set(value) {
            states.value = value
            observers.keys.toList().forEach(::follow)
        }

    override fun addObserver(observer: LifecycleObserver) {
        observers[observer] = if (currentState == State.DESTROYED) State.DESTROYED else State.INITIALIZED
        follow(observer)
    }

    override fun removeObserver(observer: LifecycleObserver) {
        observers.remove(observer)
    }

    private fun follow(observer: LifecycleObserver) {
        while (true) {
            val at = observers[observer] ?: return
            val (event, next) = (if (at < currentState) UP[at] else if (at > currentState) DOWN[at] else null) ?: return
            observers[observer] = next
            (observer as? LifecycleEventObserver)?.onStateChanged(owner, event)
        }
    }

    private companion object {
        val UP =
            mapOf(
                State.INITIALIZED to (Event.ON_CREATE to State.CREATED),
                State.CREATED to (Event.ON_START to State.STARTED),
                State.STARTED to (Event.ON_RESUME to State.RESUMED),
            )
        val DOWN =
            mapOf(
                State.RESUMED to (Event.ON_PAUSE to State.STARTED),
                State.STARTED to (Event.ON_STOP to State.CREATED),
                State.CREATED to (Event.ON_DESTROY to State.DESTROYED),
                State.INITIALIZED to (Event.ON_DESTROY to State.DESTROYED),
            )
    }
}

class ViewModelStore {
    fun clear() = Unit
}

interface ViewModelStoreOwner {
    val viewModelStore: ViewModelStore
}
