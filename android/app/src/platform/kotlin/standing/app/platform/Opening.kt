package standing.app.platform

import android.content.Context
import android.os.Build
import java.io.File
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import standing.app.platform.keys.KeystoreSecrets
import standing.core.App
import standing.core.AppException
import standing.core.AppInterface
import standing.core.Problem
import standing.core.SecretStore

/** How opening the core ended. */
sealed interface Opened {
    /** It is open, for as long as the process lives. */
    class Ready(val core: AppInterface) : Opened

    /** It said why not; asking again may help. */
    data class Refused(val problem: Problem) : Opened

    /** What is kept here can be opened by nobody any more. */
    data object KeyLost : Opened

    /** The app was installed without the core for this phone's processor. */
    data class LibraryMissing(val processor: String) : Opened

    /** The core is of another version than the app around it. */
    data object LibraryOther : Opened
}

/** Opens the core once for the process, away from the main thread, whoever asks first: a screen or a job. */
class Opening(
    private val context: Context,
    private val secrets: KeystoreSecrets = KeystoreSecrets(context),
    private val worker: CoroutineDispatcher = Dispatchers.IO,
    private val open: (folder: String, locale: String, SecretStore) -> AppInterface = { folder, locale, keys -> App.open(folder, locale, keys) },
) {
    private val mutex = Mutex()
    private var lasting: Opened? = null

    suspend fun core(): Opened = mutex.withLock {
        lasting ?: withContext(worker) { attempt() }.also { if (it !is Opened.Refused) lasting = it }
    }

    /** The core, if it has been opened already; asks for nothing. */
    val ready: AppInterface? get() = (lasting as? Opened.Ready)?.core

    /** Takes over the language that was chosen in the phone's settings while the core was open; whether there was one. */
    suspend fun takeOverLanguage(): Boolean {
        val core = ready ?: return false
        return withContext(worker) { takeOverLanguage(core) }
    }

    /** Throws away what nobody can open any more, so that the app can start over. */
    suspend fun eraseAll() = mutex.withLock {
        withContext(worker) {
            folder().deleteRecursively()
            secrets.eraseAll()
        }
        lasting = null
    }

    private fun attempt(): Opened {
        val folder = folder()
        Files.clear(context)
        return try {
            folder.mkdirs()
            val core = open(folder.path, Languages.phone(context), secrets)
            takeOverLanguage(core)
            Opened.Ready(core)
        } catch (refused: AppException) {
            val problem = refused.problem()
            if (secrets.isLost || problem.code == "key-wrong") Opened.KeyLost else Opened.Refused(problem)
        } catch (broken: LinkageError) {
            libraryTrouble(broken) ?: throw broken
        } catch (broken: RuntimeException) {
            libraryTrouble(broken) ?: throw broken
        }
    }

    /** In another language the app is of use, too: an open core is not refused for it. */
    private fun takeOverLanguage(core: AppInterface): Boolean =
        try {
            Languages.takeOver(context, core)
        } catch (_: AppException) {
            false
        }

    private fun folder() = File(context.noBackupFilesDir, FOLDER)

    private companion object {
        const val FOLDER = "core"
    }
}

/**
 * What an error of loading the library means; null for any other error. A library that lacks a function, or whose sums
 * differ, is of another version; one that is not found at all is missing.
 */
internal fun libraryTrouble(error: Throwable, processor: () -> String = ::processor): Opened? {
    val chain = generateSequence(error) { it.cause }.take(8).toList()
    val texts = chain.mapNotNull { it.message }
    return when {
        texts.any { text -> OTHER_VERSION.any { it in text } } -> Opened.LibraryOther
        chain.any { it is UnsatisfiedLinkError || it is NoClassDefFoundError } -> Opened.LibraryMissing(processor())
        else -> null
    }
}

/** The words of UniFFI and of JNA; a test holds that they still use them. */
internal val OTHER_VERSION = listOf("UniFFI contract version mismatch", "UniFFI API checksum mismatch", "Error looking up function")

private fun processor() = Build.SUPPORTED_ABIS.orEmpty().firstOrNull().orEmpty()
