import javax.inject.Inject
import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

/** The processors that the Rust library is built for. JNA brings more: a phone would choose one that lacks the library. */
val processors = listOf("arm64-v8a", "armeabi-v7a", "x86_64")

android {
    namespace = "standing.app"
    compileSdk = libs.versions.compile.sdk.get().toInt()
    ndkVersion = libs.versions.ndk.get()

    defaultConfig {
        applicationId = "standing.app"
        minSdk = libs.versions.min.sdk.get().toInt()
        targetSdk = libs.versions.target.sdk.get().toInt()
        versionName = libs.versions.app.get()
        // 1.2.3 is 10203: it rises with the version, and nobody has to remember it.
        versionCode = libs.versions.app.get().split(".").map(String::toInt).fold(0) { code, part -> code * 100 + part }
        ndk {
            abiFilters += processors
        }
    }

    buildTypes {
        // Beside a released app on the same phone; the one that may talk to a sandbox.
        debug {
            applicationIdSuffix = ".debug"
        }
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            // The same source gives the same file wherever it is built.
            vcsInfo.include = false
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    compileOptions {
        sourceCompatibility = JavaVersion.toVersion(libs.versions.jvm.get())
        targetCompatibility = JavaVersion.toVersion(libs.versions.jvm.get())
    }

    buildFeatures {
        compose = true
    }

    sourceSets.getByName("main") {
        // What only a phone has: checked in `glue` against Android's own classes, but for the activity.
        kotlin.srcDirs("src/platform/kotlin", "src/activity/kotlin")
        res.srcDir("src/generated/res")
    }
    sourceSets.getByName("test") {
        // `src/test` runs on the desktop's Compose, and is Maven's.
        kotlin.setSrcDirs(emptyList<File>())
        java.setSrcDirs(emptyList<File>())
    }

    androidResources {
        // The libraries bring eighty languages, and the app speaks two.
        localeFilters += listOf("en", "b+zh+Hans")
    }

    bundle {
        language {
            // Who chooses Chinese in the app on an English phone gets its notices and its widget in Chinese.
            enableSplit = false
        }
    }

    dependenciesInfo {
        // A list that only Google can read.
        includeInApk = false
        includeInBundle = false
    }

    packaging {
        // Loaded from the archive as they lie in it, which pages of 16 KB ask for.
        jniLibs.useLegacyPackaging = false
    }
}

kotlin {
    compilerOptions {
        jvmTarget = JvmTarget.fromTarget(libs.versions.jvm.get())
    }
}

dependencies {
    implementation(project(":logic"))
    implementation(libs.activity.compose)
    implementation(libs.compose.foundation)
    implementation(libs.compose.material3)
    implementation(libs.compose.runtime)
    implementation(libs.compose.runtime.saveable)
    implementation(libs.compose.ui)
    implementation(libs.coroutines.android)
    implementation(libs.kotlin.stdlib)
    implementation(libs.serialization.json)
    implementation(variantOf(libs.jna) { artifactType("aar") })
}

tasks.named("preBuild") {
    dependsOn(":generate")
}

/** Builds the Rust library for every kind of processor that phones have, with `cargo ndk`. */
abstract class RustLibrary @Inject constructor(private val exec: ExecOperations) : DefaultTask() {
    /** Without plain `http`, and optimised. */
    @get:Input
    abstract val release: Property<Boolean>

    @get:Input
    abstract val abis: ListProperty<String>

    /** The oldest Android that loads it. */
    @get:Input
    abstract val platform: Property<String>

    /** Where Cargo is. */
    @get:Internal
    abstract val cargo: Property<String>

    /** Where Cargo keeps the sources of what the library is built from. */
    @get:Internal
    abstract val cargoHome: Property<String>

    /** The PATH that Cargo finds its own commands on. */
    @get:Internal
    abstract val path: Property<String>

    @get:Internal
    abstract val ndk: DirectoryProperty

    @get:Internal
    abstract val repository: DirectoryProperty

    @get:OutputDirectory
    abstract val libraries: DirectoryProperty

    init {
        group = "build"
        description = "Builds the Rust library for the app."
        // Cargo knows what is out of date.
        outputs.upToDateWhen { false }
    }

    @TaskAction
    fun build() {
        val words = mutableListOf(cargo.get(), "ndk", "--platform", platform.get())
        abis.get().forEach { words += listOf("--target", it) }
        words += listOf("--output-dir", libraries.get().asFile.path)
        words += listOf("build", "--package", "standing-bindings")
        words += if (release.get()) listOf("--release") else listOf("--features", "testonly")
        exec.exec {
            workingDir = repository.get().asFile
            environment("PATH", path.get())
            environment("ANDROID_NDK_HOME", ndk.get().asFile.path)
            if (release.get()) sameEverywhere().forEach { (name, value) -> environment(name, value) }
            commandLine(words)
        }
    }

    /** Without these the library holds the folders in which it was built: see `.ci/reproducible`. */
    private fun sameEverywhere(): Map<String, String> {
        val homes = mapOf(repository.get().asFile.path to "/standing", cargoHome.get() to "/cargo")
        return mapOf(
            "SOURCE_DATE_EPOCH" to "0",
            "RUSTFLAGS" to homes.entries.joinToString(" ") { (from, to) -> "--remap-path-prefix=$from=$to" },
            "CFLAGS" to homes.entries.joinToString(" ") { (from, to) -> "-ffile-prefix-map=$from=$to" },
        )
    }
}

androidComponents {
    onVariants { variant ->
        val name = variant.name.replaceFirstChar(Char::uppercase)
        val library = tasks.register<RustLibrary>("rustLibrary$name") {
            release = variant.buildType != "debug"
            // Run from Android Studio, it is built for the connected phone alone.
            val wanted = providers.gradleProperty("android.injected.build.abi").map { it.split(",") }.orElse(emptyList())
            abis = wanted.map { phone -> phone.filter { !release.get() && it in processors }.take(1).ifEmpty { processors } }
            platform = libs.versions.min.sdk.get()
            ndk = sdkComponents.ndkDirectory
            repository = rootDir.parentFile
            cargo = rootProject.extra["cargo"].toString()
            cargoHome = rootProject.extra["cargoHome"].toString()
            path = rootProject.extra["cargoPath"].toString()
        }
        variant.sources.jniLibs?.addGeneratedSourceDirectory(library, RustLibrary::libraries)
    }
}
