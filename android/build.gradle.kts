plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.kotlin.android) apply false
    alias(libs.plugins.kotlin.compose) apply false
    alias(libs.plugins.kotlin.jvm) apply false
    alias(libs.plugins.kotlin.serialization) apply false
}

/** The bindings, labels and licences: `src/generated` of every module. Cargo knows what is out of date. */
tasks.register<Exec>("generate") {
    group = "build"
    description = "Writes what is generated from the Rust core: bindings, labels, licences."
    workingDir = rootDir.parentFile
    commandLine(cargo(), "xtask", "generate")
}

/** Android Studio does not always hear of the shell's PATH. */
fun cargo(): String {
    val program = if (System.getProperty("os.name").startsWith("Windows")) "cargo.exe" else "cargo"
    val usual = File(System.getProperty("user.home"), ".cargo/bin/$program")
    return if (usual.exists()) usual.path else program
}
