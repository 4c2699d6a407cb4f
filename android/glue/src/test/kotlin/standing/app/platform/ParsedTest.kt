package standing.app.platform

import java.io.File
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.compiler.EnvironmentConfigFiles
import org.jetbrains.kotlin.cli.jvm.compiler.KotlinCoreEnvironment
import org.jetbrains.kotlin.com.intellij.openapi.util.Disposer
import org.jetbrains.kotlin.com.intellij.psi.PsiErrorElement
import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.config.CommonConfigurationKeys
import org.jetbrains.kotlin.config.CompilerConfiguration
import org.jetbrains.kotlin.psi.KtPsiFactory
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** What nothing here can compile is Kotlin at least: the scripts of Gradle. */
@OptIn(org.jetbrains.kotlin.K1Deprecation::class)
class ParsedTest {
    private val life = Disposer.newDisposable()
    private val parser = KtPsiFactory(
        KotlinCoreEnvironment.createForProduction(
            life,
            CompilerConfiguration().apply { put(CommonConfigurationKeys.MESSAGE_COLLECTOR_KEY, MessageCollector.NONE) },
            EnvironmentConfigFiles.JVM_CONFIG_FILES,
        ).project,
    )

    @After
    fun end() = Disposer.dispose(life)

    private fun faults(name: String, text: String): List<String> =
        PsiTreeUtil.collectElementsOfType(parser.createFile(name, text), PsiErrorElement::class.java)
            .map { "$name: ${it.errorDescription} after `${text.take(it.textOffset).takeLast(40)}`" }

    @Test
    fun `the scripts of Gradle can be read as Kotlin`() {
        val android = File(System.getProperty("standing.app")).parentFile
        val folders = setOf("build", "generated", "glue")
        val scripts = android.walk().onEnter { it.name !in folders || it == android }.filter { it.name.endsWith(".gradle.kts") }
        val all = scripts.toList()
        assertTrue("$all", all.size >= 5)
        assertEquals(emptyList<String>(), all.flatMap { faults(it.name, it.readText()) })
    }

    @Test
    fun `a slip is found`() = assertEquals(1, faults("A.kt", "fun a( = 1").take(1).size)
}
