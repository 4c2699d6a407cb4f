package standing.app.platform.incoming

import android.content.Intent
import android.net.Uri
import android.os.Build
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Job
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.receiveAsFlow
import kotlinx.coroutines.job
import standing.app.platform.Doors
import standing.logic.Arrival
import standing.logic.LINK_LIMIT
import standing.logic.LOOK_UP_LIMIT
import standing.logic.PhotoAnswer

/**
 * What other apps hand over. Anybody may send anything: only the texts and types named here are looked at, nothing is
 * obeyed, and the person is told what is not for this app. However many come, one waits and one is read: the latest.
 */
class Arrivals(private val photos: Photos) {
    private val waiting = Channel<Arrival>(capacity = 1, BufferOverflow.DROP_OLDEST)

    private var reading: Job? = null

    /** Each arrival once, also the latest from before anybody listened. */
    val flow: Flow<Arrival> = waiting.receiveAsFlow()

    fun put(arrival: Arrival) {
        waiting.trySend(arrival)
    }

    /** Reads an intent that the activity was opened with. A plain start brings nothing. */
    suspend fun take(intent: Intent) {
        val arrival = try {
            read(intent)
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (_: RuntimeException) {
            // Something in it is of a class that this app does not have, or of another than its name says. What Android throws
            // then depends on its version.
            Arrival.Foreign
        }
        arrival?.let(::put)
    }

    private suspend fun read(intent: Intent): Arrival? = when (intent.action) {
        Intent.ACTION_VIEW -> link(intent.dataString)
        Intent.ACTION_SEND -> sent(intent)
        Intent.ACTION_SEND_MULTIPLE -> Arrival.Foreign
        Intent.ACTION_PROCESS_TEXT -> lookUp(intent.getCharSequenceExtra(Intent.EXTRA_PROCESS_TEXT))
        else -> Doors.named(intent.action)?.let(Arrival::Open)
    }

    private suspend fun sent(intent: Intent): Arrival = when {
        intent.type?.startsWith("image/") == true -> intent.stream()?.let { photo(it) } ?: Arrival.Foreign
        intent.type == "text/plain" -> link(intent.getCharSequenceExtra(Intent.EXTRA_TEXT))
        else -> Arrival.Foreign
    }

    /** The latest photo ends the one before it, which may be of an app that never goes on with it. */
    private suspend fun latest(uri: Uri): PhotoAnswer = coroutineScope {
        reading?.cancel()
        reading = coroutineContext.job
        photos.read(uri)
    }

    private suspend fun photo(uri: Uri): Arrival = when (val answer = latest(uri)) {
        is PhotoAnswer.Photo -> Arrival.Photo(answer.jpeg)
        PhotoAnswer.TooLarge -> Arrival.TooLarge
        PhotoAnswer.Unreadable -> Arrival.Unreadable
        PhotoAnswer.None -> Arrival.Foreign
    }

    /** A link stands alone; a sentence around one could say anything. */
    private fun link(text: CharSequence?): Arrival = when {
        text == null -> Arrival.Foreign
        text.length > MOST_TEXT -> Arrival.TooLarge
        !text.trim().startsWith(SCHEME, ignoreCase = true) -> Arrival.Foreign
        text.trim().length > LINK_LIMIT -> Arrival.TooLarge
        else -> Arrival.Link(SCHEME + text.trim().drop(SCHEME.length))
    }

    /** Whatever was chosen in another app is a name, a code or a link. A whole page of text is not looked up. */
    private fun lookUp(text: CharSequence?): Arrival = when {
        text.isNullOrBlank() || text.length > MOST_TEXT -> Arrival.Foreign
        text.trim().startsWith(SCHEME, ignoreCase = true) -> link(text)
        text.trim().length > LOOK_UP_LIMIT -> Arrival.Foreign
        else -> Arrival.LookUp(text.trim().toString())
    }

    private fun Intent.stream(): Uri? = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
        getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java)
    } else {
        @Suppress("DEPRECATION")
        getParcelableExtra<Uri>(Intent.EXTRA_STREAM)
    }

    private companion object {
        const val SCHEME = "standing:"

        /** A shared text is not even trimmed beyond this. */
        const val MOST_TEXT = 100_000
    }
}
