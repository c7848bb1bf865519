import io.github.sparkmaven.it.BuildLog

BuildLog.of(basedir).says(
    'the forked JVM ended with exit code 0 before the tests were through, in com.acme.ExitingJobCase')
