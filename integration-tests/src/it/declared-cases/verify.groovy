import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
def text = new File(basedir, 'build.log').text
// The jobs' own statics, settings and threads stay theirs.
log.says('Tests run: 5, Failures: 0, Errors: 0, Skipped: 0')
log.says('Case leaks: it left 1 thread(s) that would keep spark-submit from ending: the-leaked-one')
log.says('Case leaks: it changed system properties: java.io.tmpdir')
log.says('Case leaks: it changed the default locale to tr_TR')
log.says('because leaks has spoilt this one')
// Made by this build, or by one before it whose folder was not cleaned.
assert new File(basedir, '../../cache/spark-maven-plugin/class-data').list().any { it.endsWith('.jsa') }

log.says('Tests run: 7, Failures: 5, Errors: 2, Skipped: 0')
log.says('declared-cases.different: output sums: The rows are not as expected')
log.says('6.0')
log.says('declared-cases.elsewhere: output sums: the job wrote nothing to ')
log.says('it wrote to file:' + basedir + '/target/spark/tests/cases/elsewhere/other')
log.says('declared-cases.other-schema: output sums: The columns are not as expected')
log.says('declared-cases.swallows: the job ended well although a stage failed: stage ')
log.says('declared-cases.throws: java.lang.IllegalStateException: the job')
log.says('declared-cases.hangs: it did not end within 5000 ms')
log.says("declared-cases.exits-well: it did not print 'never printed'")
assert new File(basedir, 'target/spark-reports').list().contains('case-different.log')

log.says('Case different: rewrote ')
assert new File(basedir, 'src/test/red/different/expected/sums.csv').text == 'k,total,mean\na,3.0,1.5\nb,5.0,5.0\n'

log.says("typo/job-test.yml:1: argumets: is no key that is known here. Did you mean 'arguments'?")
log.says("typo/job-test.yml:2: outputs/sums/format: 'xml' is no format that is known")
log.says('alias/job-test.yml:1: has an anchor, an alias or a tag')

assert new File(basedir, 'target/recording.jfr').length() > 0
assert !text.contains('The JVM crashed') && !text.contains('of no use')

// Nothing but target was written to, and no job is left.
assert !new File(basedir, 'spark-warehouse').exists() && !new File(basedir, 'metastore_db').exists()
assert text.count('BUILD SUCCESS') == 3
