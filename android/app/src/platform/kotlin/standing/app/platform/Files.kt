package standing.app.platform

import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.DocumentsContract
import android.provider.MediaStore
import android.system.ErrnoException
import android.system.OsConstants
import java.io.FileOutputStream
import java.io.IOException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import standing.logic.SaveAnswer

/** Files at a place that the person chose; the app gets to see no others, and needs no permission. */
internal class Files(private val context: Context, private val worker: CoroutineDispatcher = Dispatchers.IO) {
    /** Writes a file that was just made; it lasts when this returns. One that could not be written whole is taken away. */
    suspend fun write(address: Uri, bytes: ByteArray): SaveAnswer = withContext(worker) {
        try {
            val opened = context.contentResolver.openFileDescriptor(address, "wt") ?: throw IOException("not opened")
            opened.use { file ->
                val stream = FileOutputStream(file.fileDescriptor)
                stream.write(bytes)
                // A place in the cloud cannot be forced to the disk, and says so by failing.
                if (file.statSize >= 0) stream.fd.sync()
            }
            SaveAnswer.SAVED
        } catch (error: IOException) {
            remove(address)
            if (error.isNoSpace()) SaveAnswer.NO_SPACE else SaveAnswer.FAILED
        } catch (_: RuntimeException) {
            remove(address)
            SaveAnswer.FAILED
        }
    }

    /** Takes away a file that would stay empty. */
    fun remove(address: Uri) {
        try {
            DocumentsContract.deleteDocument(context.contentResolver, address)
        } catch (_: IOException) {
            return
        } catch (_: RuntimeException) {
            // The place does not let files be removed, or is gone.
            return
        }
    }

    private fun Throwable.isNoSpace() = generateSequence(this) { it.cause }.take(8).any {
        it is ErrnoException && it.errno == OsConstants.ENOSPC || it.message?.contains("ENOSPC") == true ||
            it.message?.contains("No space left") == true
    }

    companion object {
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
