package standing.app.platform.compose

import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** The activity was compiled for this run. What Google's library would refuse is refused by what stands in for it, too. */
class SignaturesTest {
    @get:Rule
    val folder = TemporaryFolder()

    /** What the compiler says of an activity with these members; empty if it takes them. */
    private fun refusal(members: String): String {
        val source = File(folder.root, "Other.kt")
        source.writeText(
            """
            import android.content.Intent
            import androidx.activity.ComponentActivity
            class Other : ComponentActivity() { $members }
            """.trimIndent(),
        )
        val said = ByteArrayOutputStream()
        val code = K2JVMCompiler().exec(
            PrintStream(said),
            source.path,
            "-classpath", System.getProperty("java.class.path"),
            "-no-stdlib",
            "-jvm-target", "17",
            "-d", File(folder.root, "classes").path,
        )
        return if (code == ExitCode.OK) "" else said.toString()
    }

    @Test
    fun `the activity was compiled`() {
        val name = "standing.app.platform.compose.MainActivity"
        val activity = Class.forName(name, false, javaClass.classLoader)
        assertEquals("androidx.activity.ComponentActivity", activity.superclass.name)
    }

    @Test
    fun `an override that the library would refuse is refused`() {
        assertEquals("", refusal("""@Deprecated("") ${permissions("Array<String>")}"""))
        val said = refusal(permissions("Array<out String>"))
        assertTrue(said, "'onRequestPermissionsResult' overrides nothing" in said)
    }

    @Test
    fun `so is an intent that may be missing`() {
        assertEquals("", refusal("override fun onNewIntent(intent: Intent) = Unit"))
        val said = refusal("override fun onNewIntent(intent: Intent?) = Unit")
        assertTrue(said, "'onNewIntent' overrides nothing" in said)
    }

    private fun permissions(type: String) =
        "override fun onRequestPermissionsResult(requestCode: Int, permissions: $type, grantResults: IntArray) = Unit"
}
