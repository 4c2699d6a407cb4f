import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    alias(libs.plugins.kotlin.jvm)
}

kotlin {
    // No toolchain: Android Studio builds with the Java that it brings, which may be a later one.
    compilerOptions {
        jvmTarget = JvmTarget.fromTarget(libs.versions.jvm.get())
    }
    sourceSets.main {
        kotlin.srcDir("src/generated")
    }
}

java {
    sourceCompatibility = JavaVersion.toVersion(libs.versions.jvm.get())
    targetCompatibility = JavaVersion.toVersion(libs.versions.jvm.get())
}

dependencies {
    api(libs.coroutines.core)
    // The app brings JNA as an archive of Android, with its native part.
    compileOnly(libs.jna)
}

tasks.compileKotlin {
    dependsOn(":generate")
}
