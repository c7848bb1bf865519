import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('spark-maven-plugin')
log.saysLike(/Plan for Spark 4\.1\.0 \(Scala 2\.13\), environment default: local/)
log.says('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed')
log.says('-- in com.acme.clustering.ClusteringJobCase')
// The clusters that the job found, as it prints them.
log.saysLike(/0 +98 +2\.052 +54\.592/)
log.saysLike(/1 +174 +4\.296 +80\.080/)
log.says('Succeeded')

def report = new groovy.xml.XmlSlurper().parse(
    new File(basedir, 'target/spark-reports/TEST-com.acme.clustering.ClusteringJobCase.xml'))
assert report.@tests == '2'
assert report.@failures == '0' && report.@errors == '0'
