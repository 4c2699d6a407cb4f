package standing.app.platform.keys

import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.nio.file.StandardOpenOption.CREATE
import java.nio.file.StandardOpenOption.READ
import java.nio.file.StandardOpenOption.TRUNCATE_EXISTING
import java.nio.file.StandardOpenOption.WRITE

/** Small files that are wholly there or not at all, also when the power goes while one is written. */
internal class DurableFiles(private val folder: File) {
    /** What the file holds; null if there is none, and never for a file that only cannot be read. */
    fun read(name: String): ByteArray? =
        try {
            Files.readAllBytes(file(name).toPath())
        } catch (_: NoSuchFileException) {
            null
        }

    /** Writes the file, in place of the one before; it lasts when this returns. */
    fun write(name: String, bytes: ByteArray) {
        if (!folder.isDirectory && !folder.mkdirs()) throw FileNotFoundException("no folder for keys")
        val begun = File(folder, "$name$BEGUN")
        FileChannel.open(begun.toPath(), CREATE, TRUNCATE_EXISTING, WRITE).use { channel ->
            val left = ByteBuffer.wrap(bytes)
            while (left.hasRemaining()) channel.write(left)
            channel.force(true)
        }
        Files.move(begun.toPath(), file(name).toPath(), ATOMIC_MOVE, REPLACE_EXISTING)
        keepNames()
    }

    /** Removes the file; fine if there is none. */
    fun erase(name: String) {
        Files.deleteIfExists(File(folder, "$name$BEGUN").toPath())
        if (Files.deleteIfExists(file(name).toPath())) keepNames()
    }

    /** Whether no file is left. */
    fun isEmpty(): Boolean = folder.list().isNullOrEmpty()

    private fun file(name: String) = File(folder, name)

    /** A renamed file lasts only once its folder is on the disk, too. Some file systems cannot be asked for that. */
    private fun keepNames() {
        try {
            FileChannel.open(folder.toPath(), READ).use { it.force(true) }
        } catch (_: IOException) {
            return
        }
    }

    private companion object {
        const val BEGUN = ".begun"
    }
}
