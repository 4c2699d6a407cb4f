package standing.app.platform

import android.content.ContentProvider
import android.content.ContentValues
import android.content.Context
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import android.webkit.MimeTypeMap
import java.io.File
import java.io.FileNotFoundException

/** Files that the person sends with another app. It is not exported: an app reads the one address that it was given. */
class SharedFiles : ContentProvider() {
    override fun onCreate() = true

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        if (mode != "r") throw SecurityException("only to be read")
        return ParcelFileDescriptor.open(file(uri) ?: throw FileNotFoundException("no such file"), ParcelFileDescriptor.MODE_READ_ONLY)
    }

    override fun query(uri: Uri, projection: Array<String>?, selection: String?, arguments: Array<String>?, order: String?): Cursor? {
        val file = file(uri) ?: return null
        val all = mapOf(OpenableColumns.DISPLAY_NAME to file.name, OpenableColumns.SIZE to file.length())
        val asked = projection?.filter { it in all } ?: all.keys.toList()
        return MatrixCursor(asked.toTypedArray()).apply { addRow(asked.map { all[it] }) }
    }

    override fun getType(uri: Uri): String? =
        uri.lastPathSegment?.substringAfterLast('.')?.let(MimeTypeMap.getSingleton()::getMimeTypeFromExtension)

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun update(uri: Uri, values: ContentValues?, selection: String?, arguments: Array<String>?) = 0

    override fun delete(uri: Uri, selection: String?, arguments: Array<String>?) = 0

    /** A folder and a name, and nothing that leads anywhere else. */
    private fun file(uri: Uri): File? {
        val (folder, name) = uri.pathSegments.takeIf { it.size == 2 } ?: return null
        val file = File(File(Files.given(context ?: return null), folder), name)
        val isThere = folder !in UP && name !in UP && '/' !in folder + name && file.isFile
        return file.takeIf { isThere }
    }

    companion object {
        private val UP = setOf(".", "..")

        /** The address of a file among those that are given. */
        fun address(context: Context, file: File): Uri =
            Uri.Builder().scheme("content").authority("${context.packageName}.shared")
                .appendPath(checkNotNull(file.parentFile).name).appendPath(file.name).build()
    }
}
