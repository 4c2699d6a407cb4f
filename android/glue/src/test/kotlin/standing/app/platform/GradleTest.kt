package standing.app.platform

import java.io.File
import java.security.MessageDigest
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

/** What Gradle is told, as far as it can be seen without Gradle, which a plain machine cannot have. */
class GradleTest {
    private val android = File(System.getProperty("standing.app")).canonicalFile.parentFile
    private val root = script("build.gradle.kts")
    private val app = script("app/build.gradle.kts")
    private val logic = script("logic/build.gradle.kts")
    private val scripts = mapOf("root" to root, "app" to app, "logic" to logic, "bindings" to script("bindings/build.gradle.kts"))

    private val hosted = File(android.parentFile, ".ci/hosted/android.yml").readText()

    /** Its lines without comments. */
    private fun script(path: String) =
        File(android, path).readText().replace(Regex("(?s)/\\*.*?\\*/"), "").lines().map { it.substringBefore("//").trimEnd() }.filter { it.isNotBlank() }

    private fun List<String>.has(line: String) = any { it.trim() == line }

    @Test
    fun `the app is for the processors that the library is built for`() {
        val list = app.filter { Regex("\"(arm|x86|mips)").containsMatchIn(it) }
        assertEquals(listOf("""val processors = listOf("arm64-v8a", "armeabi-v7a", "x86_64")"""), list)
        assertTrue(app.has("abiFilters += processors"))
        assertTrue(app.any { "abis = " in it && "ifEmpty { processors }" in it })
    }

    @Test
    fun `no version of Java has to be installed for it`() {
        for ((name, lines) in scripts) {
            assertFalse(name, lines.any { "jvmToolchain" in it || "languageVersion" in it })
            if (name != "root") assertTrue(name, lines.has("jvmTarget = JvmTarget.fromTarget(libs.versions.jvm.get())"))
        }
    }

    @Test
    fun `what ships of the logic is held to the classes of Android 8, in both builds`() {
        assertTrue(logic.has("""freeCompilerArgs.add("-Xjdk-release=1.8")"""))
        assertTrue("<arg>-Xjdk-release=1.8</arg>" in File(android, "logic/pom.xml").readText())
    }

    @Test
    fun `the tests of the desktop are not taken for tests of Android`() {
        val at = app.indexOfFirst { it.trim() == """sourceSets.getByName("test") {""" }
        assertEquals(listOf("kotlin.setSrcDirs(emptyList<File>())", "java.setSrcDirs(emptyList<File>())"), app.subList(at + 1, at + 3).map { it.trim() })
    }

    @Test
    fun `both builds leave the same tests of the logic out`() {
        val left = Regex("<exclude>\\*\\*/(.*)\\.class</exclude>").findAll(File(android, "logic/pom.xml").readText()).map { it.groupValues[1] }.toList()
        assertEquals(listOf("*Capture*Test"), left)
        assertTrue(logic.has("filter { excludeTestsMatching(\"${left.single()}*\") }"))
        assertTrue(logic.any { it.trim().startsWith("commandLine(") && "\"--workspace\"" in it })
    }

    @Test
    fun `Cargo is looked for in one place`() {
        val calls = scripts.filterKeys { it != "root" }.values.flatten().filter { "cargo" in it && ("commandLine(" in it || "mutableListOf(" in it) }
        assertEquals(2, calls.size)
        assertTrue("$calls", calls.none { "\"cargo\", \"" in it || "(\"cargo\"" in it })
    }

    @Test
    fun `no line is there twice in a row`() {
        for ((name, lines) in scripts) assertEquals(name, emptyList<String>(), lines.zipWithNext().filter { (one, next) -> one == next && one.trim() != "}" }.map { it.first })
    }

    @Test
    fun `each version of the app has a code of its own, and a later one a higher`() {
        assertTrue(app.has("versionCode = libs.versions.app.get().split(\".\").map(String::toInt).fold(0) { code, part -> code * 100 + part }"))
        val version = Regex("(?m)^app = \"(.*)\"$").find(File(android, "gradle/libs.versions.toml").readText())!!.groupValues[1]
        assertTrue(version, version.split(".").let { parts -> parts.size == 3 && parts.drop(1).all { it.toInt() in 0..99 } })
    }

    @Test
    fun `both languages are in every package, and no list of the libraries that only Google can read`() {
        for (line in listOf("enableSplit = false", "includeInApk = false", "includeInBundle = false", "vcsInfo.include = false")) assertTrue(line, app.has(line))
        val resources = File(android, "app/src/generated/res").list().orEmpty().mapNotNull { it.substringAfter("values-", "").ifEmpty { null } }
        assertTrue(app.has("""localeFilters += listOf("en", ${resources.joinToString { "\"$it\"" }})"""))
    }

    @Test
    fun `the app for developers has a name of its own in each language`() {
        fun names(type: String) = File(android, "app/src/$type/res").walk().filter { it.name == "strings.xml" }
            .associate { it.parentFile.name to Regex("name=\"app_name\">(.*?)<").find(it.readText())!!.groupValues[1] }
        val (released, debug) = names("generated") to names("debug")
        assertEquals(released.keys, debug.keys)
        for ((language, name) in released) assertTrue(language, debug.getValue(language).let { it != name && it.startsWith(name) })
    }

    @Test
    fun `what the wrapper fetches has a known sum, and so has the wrapper`() {
        val lines = File(android, "gradle/wrapper/gradle-wrapper.properties").readLines()
        assertTrue(lines.any { Regex("distributionSha256Sum=[0-9a-f]{64}").matches(it) })
        val jar = File(android, "gradle/wrapper/gradle-wrapper.jar").readBytes()
        val sum = MessageDigest.getInstance("SHA-256").digest(jar).joinToString("") { "%02x".format(it) }
        assertEquals("as Gradle publishes it for 8.14", "7d3a4ac4de1c32b59bc6a4eb8ecb8e612ccd0cf1ae1e99f66902da64df296172", sum)
        assertTrue(sum in hosted)
        assertTrue(File(android, "gradlew").canExecute())
    }

    @Test
    fun `whoever builds it elsewhere takes the same versions`() {
        val recipe = File(android, "fdroid/standing.app.yml").readText()
        val catalog = File(android, "gradle/libs.versions.toml").readText()
        fun version(name: String) = Regex("(?m)^$name = \"(.*)\"$").find(catalog)!!.groupValues[1]
        val app = version("app")
        val code = app.split(".").map(String::toInt).fold(0) { sum, part -> sum * 100 + part }
        for (line in listOf("versionName: $app", "versionCode: $code", "commit: v$app", "ndk: ${version("ndk")}", "CurrentVersionCode: $code")) assertTrue(line, line in recipe)
        assertTrue("ndk;${version("ndk")}" in hosted && "platforms;android-${version("compile-sdk")}" in hosted)
        val rust = Regex("rust-version = \"(.*)\"").find(File(android.parentFile, "Cargo.toml").readText())!!.groupValues[1]
        val mac = File(android.parentFile, ".ci/hosted/mac.yml").readText()
        for (text in listOf(hosted, mac)) assertTrue(" toolchain install $rust.0 " in text)
        assertTrue("--default-toolchain $rust.0" in recipe)
        val ndk = Regex("--version ([0-9.]+) cargo-ndk")
        assertEquals(ndk.find(recipe)!!.value, ndk.find(hosted)!!.value)
    }

    @Test
    fun `the library holds no folder of whoever built it`() {
        val script = File(android.parentFile, ".ci/reproducible").readText()
        assertTrue(app.any { "if (release.get()) sameEverywhere()" in it })
        for ((gradle, shell) in listOf(
            "\"--remap-path-prefix=\$from=\$to\"" to "--remap-path-prefix=\$PWD=/standing",
            "\"-ffile-prefix-map=\$from=\$to\"" to "-ffile-prefix-map=\$PWD=/standing",
            "\"SOURCE_DATE_EPOCH\" to \"0\"" to "SOURCE_DATE_EPOCH=0",
        )) {
            assertTrue(gradle, app.any { gradle in it })
            assertTrue(shell, shell in script)
        }
        assertTrue(app.any { "repository.get().asFile.path to \"/standing\", cargoHome.get() to \"/cargo\"" in it })
    }
}
