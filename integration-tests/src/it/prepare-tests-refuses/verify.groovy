import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('5 problems:')
log.says('Write <argLine>@{argLine} -Dmine=1</argLine>')
log.says('maven-surefire-plugin: version 2.12.4 runs no test of JUnit Jupiter')
log.says('maven-failsafe-plugin/executions/late/configuration/forkCount: 0 runs the tests in Maven')
log.says('write into the POM\'s <properties> <argLine>-Xmx1g -Xmx2g</argLine>, or give the options in the environment variable JDK_JAVA_OPTIONS')
log.says('Remove it, and write into the POM\'s <properties> <argLine>-Xmx1g -Xss4m</argLine>')
// The second and the third build of this POM succeed.
log.says('Options for Spark')
log.says('[INFO] Skipped\n')
