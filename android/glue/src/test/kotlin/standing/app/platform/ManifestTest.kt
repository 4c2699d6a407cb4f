package standing.app.platform

import android.app.job.JobService
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.w3c.dom.Comment
import org.w3c.dom.Element

/** What the app asks of the phone and offers to other apps, as it would be released. */
class ManifestTest {
    private val source = File(System.getProperty("standing.app"), "src")
    private val root = xml("main/AndroidManifest.xml")
    private val components = listOf("activity", "service", "receiver", "provider").flatMap { root.all(it) }

    private fun xml(path: String): Element =
        DocumentBuilderFactory.newInstance().apply { isNamespaceAware = true }.newDocumentBuilder()
            .parse(File(source, path)).documentElement

    private fun Element.all(tag: String) =
        getElementsByTagName(tag).let { list -> (0 until list.length).map { list.item(it) as Element } }

    private fun Element.say(name: String) = getAttributeNS("http://schemas.android.com/apk/res/android", name)

    @Test
    fun `five permissions are asked for, and each is explained`() {
        val asked = root.all("uses-permission")
        val wanted = setOf("INTERNET", "ACCESS_NETWORK_STATE", "RECEIVE_BOOT_COMPLETED", "POST_NOTIFICATIONS", "CAMERA", "USE_BIOMETRIC")
        assertEquals(wanted, asked.map { it.say("name").removePrefix("android.permission.") }.toSet())
        for (permission in asked) {
            val before = generateSequence(permission.previousSibling) { it.previousSibling }.first { it !is org.w3c.dom.Text || it is Comment }
            assertTrue("${permission.say("name")} is not explained", before is Comment && before.data.length > 20)
        }
    }

    @Test
    fun `no feature of a phone is required`() =
        assertTrue(root.all("uses-feature").all { it.say("required") == "false" })

    @Test
    fun `every part of the app says whether others may use it, and exists`() {
        assertEquals(5, components.size)
        for (part in components) {
            assertTrue(part.say("name"), part.say("exported") in setOf("true", "false"))
            if (part.tagName != "activity") Class.forName("standing.app" + part.say("name"), false, javaClass.classLoader)
        }
        val activity = root.all("activity").single()
        assertEquals(Doors.ACTIVITY, "standing.app" + activity.say("name"))
        assertTrue(File(source, "activity/kotlin/" + Doors.ACTIVITY.replace('.', '/') + ".kt").isFile)
    }

    @Test
    fun `others may use the one activity, and only the system the jobs`() {
        assertEquals(listOf("activity"), components.filter { it.say("exported") == "true" }.map { it.tagName })
        for (service in root.all("service")) {
            assertTrue(JobService::class.java.isAssignableFrom(Class.forName("standing.app" + service.say("name"))))
            assertEquals("android.permission.BIND_JOB_SERVICE", service.say("permission"))
        }
    }

    @Test
    fun `a file is given to the app that the person chose, and to no other`() {
        val provider = root.all("provider").single()
        assertEquals("false" to "true", provider.say("exported") to provider.say("grantUriPermissions"))
        assertEquals("\${applicationId}.shared", provider.say("authorities"))
    }

    @Test
    fun `the activity takes links of this app, photos and texts, and nothing else`() {
        val data = root.all("data").map { it.say("scheme") + it.say("mimeType") }
        assertEquals(setOf("standing", "image/*", "text/plain"), data.toSet())
        val actions = root.all("activity").single().all("action").map { it.say("name").substringAfterLast('.') }
        assertEquals(setOf("MAIN", "VIEW", "SEND", "PROCESS_TEXT"), actions.toSet())
    }

    @Test
    fun `no other app can stand in this one's place in the list of recent apps`() {
        val activity = root.all("activity").single()
        assertEquals("" to true, activity.say("taskAffinity") to activity.hasAttributeNS("http://schemas.android.com/apk/res/android", "taskAffinity"))
        assertEquals("singleTask", activity.say("launchMode"))
    }

    @Test
    fun `nothing is backed up, to the cloud or to another phone`() {
        val application = root.all("application").single()
        assertEquals("false", application.say("allowBackup"))
        assertEquals("@xml/data_extraction_rules", application.say("dataExtractionRules"))
        assertEquals("@xml/full_backup_content", application.say("fullBackupContent"))
        val all = setOf("root", "file", "database", "sharedpref", "external")
        fun Element.excluded() = all("exclude").map { it.getAttribute("domain") }.toSet()
        val rules = xml("main/res/xml/data_extraction_rules.xml")
        for (way in listOf("cloud-backup", "device-transfer")) assertEquals(all, rules.all(way).single().excluded())
        assertEquals(all, xml("main/res/xml/full_backup_content.xml").excluded())
        assertEquals(emptyList<Element>(), rules.all("include"))
    }

    @Test
    fun `released, the app speaks no plain http and cannot be debugged`() {
        val application = root.all("application").single()
        assertEquals("@xml/network_security", application.say("networkSecurityConfig"))
        assertEquals("", application.say("debuggable") + application.say("usesCleartextTraffic") + application.say("testOnly"))
        val rules = xml("main/res/xml/network_security.xml")
        assertEquals(listOf("false"), rules.all("base-config").map { it.getAttribute("cleartextTrafficPermitted") })
        assertEquals(emptyList<Element>(), rules.all("domain-config") + rules.all("debug-overrides") + rules.all("trust-anchors"))
    }

    @Test
    fun `the app for developers speaks plain http to its own machine only`() {
        val rules = xml("debug/res/xml/network_security.xml")
        assertEquals("false", rules.all("base-config").single().getAttribute("cleartextTrafficPermitted"))
        assertEquals(setOf("127.0.0.1", "localhost"), rules.all("domain").map { it.textContent.trim() }.toSet())
    }

    @Test
    fun `the languages of the app are those of its words`() {
        val offered = xml("main/res/xml/locales_config.xml").all("locale").map { it.say("name") }.toSet()
        val spoken = File(source, "../../../core/locales").list().orEmpty().toSet()
        assertEquals(spoken, offered)
    }

    @Test
    fun `the phone shows where the gesture back leads`() =
        assertEquals("true", root.all("application").single().say("enableOnBackInvokedCallback"))
}
