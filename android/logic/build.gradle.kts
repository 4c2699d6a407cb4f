import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    alias(libs.plugins.kotlin.jvm)
    alias(libs.plugins.kotlin.serialization)
}

kotlin {
    // No toolchain: Android Studio builds with the Java that it brings, which may be a later one.
    compilerOptions {
        jvmTarget = JvmTarget.fromTarget(libs.versions.jvm.get())
        allWarningsAsErrors = true
    }
    sourceSets.main {
        kotlin.srcDir("src/generated/kotlin")
        resources.srcDir("src/generated/resources")
    }
    sourceSets.test {
        kotlin.srcDir("src/samples/kotlin")
        // The facts of a scenario are the same through the bindings and on the screens.
        kotlin.srcDir("../../bindings/tests/kotlin/src/facts/kotlin")
        resources.srcDir("src/samples/resources")
    }
}

java {
    sourceCompatibility = JavaVersion.toVersion(libs.versions.jvm.get())
    targetCompatibility = JavaVersion.toVersion(libs.versions.jvm.get())
}

// Android 8 has the Java classes of version 8 and few later ones: a later one is an error in what is shipped.
tasks.compileKotlin {
    compilerOptions {
        jvmTarget = JvmTarget.JVM_1_8
        freeCompilerArgs.add("-Xjdk-release=1.8")
    }
}

dependencies {
    api(project(":bindings"))
    implementation(libs.serialization.json)
    implementation(libs.zxing.core)
    testImplementation(libs.coroutines.test)
    testImplementation(libs.jna)
    testImplementation(libs.junit)
}

tasks.compileKotlin {
    dependsOn(":generate")
}

tasks.processResources {
    dependsOn(":generate")
}

/** The real core and the sandbox's `standing`, for this machine. */
val core by tasks.registering(Exec::class) {
    dependsOn(":generate")
    workingDir = rootDir.parentFile
    environment("PATH", rootProject.extra["cargoPath"].toString())
    commandLine(rootProject.extra["cargo"].toString(), "build", "--workspace")
}

tasks.test {
    dependsOn(core)
    // They write the samples, and run by name only.
    filter { excludeTestsMatching("*Capture*Test*") }
    val built = rootDir.parentFile.resolve("target/debug")
    systemProperty("jna.library.path", built.path)
    systemProperty("standing.bin", built.resolve("standing").path)
    systemProperty("standing.scenarios", rootDir.parentFile.resolve("fixtures").path)
}
