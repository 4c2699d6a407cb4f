plugins {
    alias(libs.plugins.kotlin.jvm)
}

kotlin {
    jvmToolchain(libs.versions.jvm.get().toInt())
    sourceSets.main {
        kotlin.srcDir("src/generated")
    }
}

dependencies {
    api(libs.coroutines.core)
    // The app brings JNA as an archive of Android, with its native part.
    compileOnly(libs.jna)
}

tasks.compileKotlin {
    dependsOn(":generate")
}
