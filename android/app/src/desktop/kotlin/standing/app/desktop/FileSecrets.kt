package standing.app.desktop

import java.io.File
import java.util.Base64
import standing.core.SecretStore

/** Keys in files, for the window of a developer's machine only: a phone has a place that nobody can read. */
class FileSecrets(private val folder: File) : SecretStore {
    override fun load(name: String): ByteArray? = file(name).takeIf { it.exists() }?.readBytes()

    override fun store(name: String, bytes: ByteArray) {
        folder.mkdirs()
        file(name).writeBytes(bytes)
    }

    override fun erase(name: String) {
        file(name).delete()
    }

    private fun file(name: String) = File(folder, Base64.getUrlEncoder().withoutPadding().encodeToString(name.toByteArray()))
}
