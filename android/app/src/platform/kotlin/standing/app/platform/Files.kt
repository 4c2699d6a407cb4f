package standing.app.platform

import android.content.ClipData
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.DocumentsContract
import android.provider.MediaStore
import android.system.ErrnoException
import android.system.OsConstants
import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.io.OutputStream
import java.util.UUID
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.logic.SaveAnswer

/** Files at a place that the person chose; the app gets to see no others, and needs no permission. */
internal class Files(private val context: Context, private val worker: CoroutineDispatcher = Dispatchers.IO) {
    /**
     * Writes a file; it lasts when this returns. One that was just made and could not be written whole is taken away; one
     * that the person had before stays theirs.
     */
    suspend fun write(address: Uri, bytes: ByteArray): SaveAnswer = withContext(worker) { write(address) { it.write(bytes) } }

    /**
     * Lets [write] write a private file, and copies it to a place. The private one is removed. [SaveAnswer.NONE] if [write]
     * could not; nothing stays at the place then.
     */
    suspend fun copy(address: Uri, write: suspend (path: String) -> Boolean): SaveAnswer {
        val folder = File(File(context.cacheDir, SPARE), process)
        val file = File(folder, UUID.randomUUID().toString())
        try {
            withContext(worker) { folder.mkdirs() }
            if (write(file.path)) return withContext(worker) { write(address) { stream -> file.inputStream().use { it.copyTo(stream) } } }
            removeEmpty(address)
            return SaveAnswer.NONE
        } finally {
            withContext(NonCancellable + worker) { file.delete() }
        }
    }

    /**
     * Lets [write] write a private file that other apps can be given; null if it could not. It stays until the next is
     * given, or until the app is started again: when another app has read it, nobody says.
     */
    suspend fun share(name: String, write: suspend (File) -> Boolean): File? {
        val folder = File(given(context), UUID.randomUUID().toString())
        withContext(worker) {
            given(context).deleteRecursively()
            folder.mkdirs()
        }
        val file = File(folder, name)
        var isWhole = false
        try {
            isWhole = write(file)
        } finally {
            if (!isWhole) withContext(NonCancellable + worker) { folder.deleteRecursively() }
        }
        return file.takeIf { isWhole }
    }

    private fun write(address: Uri, put: (OutputStream) -> Unit): SaveAnswer {
        val isNew = isEmpty(address)
        return try {
            val opened = context.contentResolver.openFileDescriptor(address, "wt") ?: throw IOException("not opened")
            opened.use { file ->
                val stream = FileOutputStream(file.fileDescriptor)
                put(stream)
                // A place in the cloud cannot be forced to the disk, and says so by failing.
                if (file.statSize >= 0) stream.fd.sync()
            }
            SaveAnswer.SAVED
        } catch (error: IOException) {
            if (isNew) remove(address)
            if (isNoSpace(error)) SaveAnswer.NO_SPACE else SaveAnswer.FAILED
        } catch (_: RuntimeException) {
            if (isNew) remove(address)
            SaveAnswer.FAILED
        }
    }

    /** Takes away a file that would stay empty; one that holds anything is left alone. */
    suspend fun removeEmpty(address: Uri) = withContext(worker) {
        if (isEmpty(address)) remove(address)
    }

    /** Whether the place says that nothing is in it: a place that says nothing may hold what the person has. */
    private fun isEmpty(address: Uri): Boolean =
        try {
            context.contentResolver.query(address, arrayOf(DocumentsContract.Document.COLUMN_SIZE), null, null, null).use { rows ->
                rows != null && rows.moveToFirst() && !rows.isNull(0) && rows.getLong(0) == 0L
            }
        } catch (_: RuntimeException) {
            false
        }

    private fun remove(address: Uri) {
        try {
            DocumentsContract.deleteDocument(context.contentResolver, address)
        } catch (_: IOException) {
            return
        } catch (_: RuntimeException) {
            // The place does not let files be removed, or is gone.
            return
        }
    }

    companion object {
        /** Where a file waits until it is copied: in the app's private cache. */
        private const val SPARE = "spare"

        /** A folder for each process, so that what clears an ended one's does not take a file that is being written. */
        private val process = UUID.randomUUID().toString()

        /** Whether there is no room left. */
        fun isNoSpace(error: Throwable) = generateSequence(error) { it.cause }.take(8).any {
            it is ErrnoException && it.errno == OsConstants.ENOSPC || it.message?.contains("ENOSPC") == true ||
                it.message?.contains("No space left") == true
        }

        /** Removes what an ended process left there. */
        fun clear(context: Context) {
            val folders = File(context.cacheDir, SPARE).listFiles().orEmpty()
            folders.filter { it.name != process }.forEach { it.deleteRecursively() }
        }

        /** Removes everything there: what was given to other apps, too. */
        fun forget(context: Context) {
            File(context.cacheDir, SPARE).deleteRecursively()
        }

        /** Where this process keeps what other apps may read. */
        fun given(context: Context) = File(File(File(context.cacheDir, SPARE), process), "given")

        /** Offers a file to other apps: whichever the person chooses may read it, and no other. */
        fun send(context: Context, file: File, mediaType: String): Intent {
            val address = SharedFiles.address(context, file)
            val sent = Intent(Intent.ACTION_SEND).setType(mediaType).putExtra(Intent.EXTRA_STREAM, address)
            sent.clipData = ClipData.newRawUri("", address)
            return Intent.createChooser(sent.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION), null)
        }

        /** The phone's own photo picker where there is one; its file picker else. */
        fun photo(): Array<Intent> {
            val files = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("image/*")
            if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return arrayOf(files)
            return arrayOf(Intent(MediaStore.ACTION_PICK_IMAGES).setType("image/*"), files)
        }

        fun new(name: String, mediaType: String): Intent = Intent(Intent.ACTION_CREATE_DOCUMENT)
            .addCategory(Intent.CATEGORY_OPENABLE)
            .setType(mediaType)
            .putExtra(Intent.EXTRA_TITLE, name)
    }
}
