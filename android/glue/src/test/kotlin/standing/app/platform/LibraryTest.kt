package standing.app.platform

import java.io.File
import java.util.jar.JarFile
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.App
import standing.core.SecretStore

/** What really happens when the library is missing, or is another one: each in a process of its own, as it loads but once. */
class LibraryTest {
    @get:Rule val folder = TemporaryFolder()

    private fun trouble(): String {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val builder = ProcessBuilder(
            java, "-XX:TieredStopAtLevel=1", "-Djna.library.path=${folder.root}",
            "-cp", System.getProperty("java.class.path"), LibraryTest::class.java.name + "Kt",
        ).redirectError(ProcessBuilder.Redirect.INHERIT)
        // Cargo names its own folder there, with the real library in it.
        builder.environment().remove("LD_LIBRARY_PATH")
        val process = builder.start()
        return process.inputStream.bufferedReader().readText().trim().also { process.waitFor() }
    }

    @Test
    fun `an app without the library for this processor is called that, however often it is tried`() =
        assertEquals("LibraryMissing LibraryMissing", trouble())

    @Test
    fun `a library without the app's functions is of another version`() {
        val jna = System.getProperty("java.class.path").split(File.pathSeparator).single { "/jna-" in it }
        JarFile(jna).use { jar ->
            val some = jar.entries().asSequence().first { it.name == "com/sun/jna/linux-${machine()}/libjnidispatch.so" }
            File(folder.root, "libstanding_bindings.so").outputStream().use { jar.getInputStream(some).copyTo(it) }
        }
        assertTrue(trouble(), trouble().startsWith("LibraryOther"))
    }

    @Test
    fun `the generated code still says what is looked for`() {
        val generated = File(System.getProperty("standing.bindings")).walk().filter { it.extension == "kt" }.map { it.readText() }.toList()
        for (words in OTHER_VERSION.filter { it.startsWith("UniFFI") }) {
            assertTrue(words, generated.any { words in it })
        }
    }

    @Test
    fun `any other error is not taken for a library that does not fit`() {
        assertEquals(null, libraryTrouble(IllegalStateException("something else")))
        assertEquals(null, libraryTrouble(StackOverflowError()))
    }

    private fun machine() = if (System.getProperty("os.arch") == "aarch64") "aarch64" else "x86-64"
}

/** Opens twice, as a person would try again, and says what each attempt came to. */
fun main() {
    val none = object : SecretStore {
        override fun load(name: String): ByteArray? = null

        override fun store(name: String, bytes: ByteArray) = Unit

        override fun erase(name: String) = Unit
    }
    val attempts = List(2) {
        try {
            App.open("/nonexistent", "en", none).javaClass.simpleName
        } catch (error: Throwable) {
            libraryTrouble(error) { "any" }?.javaClass?.simpleName ?: error.toString()
        }
    }
    println(attempts.joinToString(" "))
}
