plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.kotlin.android) apply false
    alias(libs.plugins.kotlin.compose) apply false
    alias(libs.plugins.kotlin.jvm) apply false
    alias(libs.plugins.kotlin.serialization) apply false
}

/**
 * Android Studio, started from the desktop, does not hear of the shell's PATH: then Cargo is where its installer puts it. Every
 * module calls it by this.
 */
val cargoHome: File = System.getenv("CARGO_HOME")?.let(::File) ?: File(System.getProperty("user.home"), ".cargo")
val cargo: String = File(cargoHome, "bin/cargo" + if (System.getProperty("os.name").startsWith("Windows")) ".exe" else "")
    .let { if (it.exists()) it.path else it.name }
// Cargo's own commands, such as `cargo ndk`, look for Cargo and its toolchains there again.
val cargoPath: String = listOf(File(cargoHome, "bin").path, System.getenv("PATH").orEmpty()).joinToString(File.pathSeparator)
extra["cargo"] = cargo
extra["cargoHome"] = cargoHome.path
extra["cargoPath"] = cargoPath

/** The bindings, labels and licences: `src/generated` of every module. Cargo knows what is out of date. */
tasks.register<Exec>("generate") {
    group = "build"
    description = "Writes what is generated from the Rust core: bindings, labels, licences."
    workingDir = rootDir.parentFile
    environment("PATH", cargoPath)
    commandLine(cargo, "xtask", "generate")
}

// What is generated is there before the first build, too, or Android Studio shows the whole project in red.
allprojects {
    tasks.matching { it.name == "prepareKotlinIdeaImport" }.configureEach { dependsOn(":generate") }
}
