import groovy.json.JsonSlurper
import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)

log.saysLike('0 errors, 0 warnings, 0 notes \\(0 suppressed\\) in 1 class of target/check-passes-1.0-SNAPSHOT.jar, judged in \\d+\\.\\d s')
log.says("check/failOn: 'always' is unknown. Give one of error, warning, note, never")
log.says('Skipped')

def sarif = new JsonSlurper().parse(new File(basedir, 'target/spark/check/check.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results == []
assert sarif.runs[0].tool.driver.rules*.id.contains('spark-bundled')
assert new File(basedir, 'target/spark/check/check.html').text.contains('check-passes-1.0-SNAPSHOT.jar')
