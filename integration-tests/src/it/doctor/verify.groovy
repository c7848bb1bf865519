import groovy.json.JsonSlurper
import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('Module com.acme:doctor')
log.says('Packaging pom: passed over')
log.says('Module com.acme:job')
log.saysLike(/ok    plan: Spark .* \(Scala .*\), environment default: local\[/)
log.saysLike(/ok    jdk: JDK \d+ \(.*\) fits Spark /)
log.saysLike(/ok    driver-address: SPARK_LOCAL_IP=127\.0\.0\.1 can be listened on/)
log.saysLike(/ok    cache-folder: .*none\/cache is not there yet, and is made when it is needed/)
log.says('Module com.acme:docs')
log.says('No job and no dependency on Spark: passed over')
log.says('Skipped')

def text = new File(basedir, 'build.log').text
def json = new JsonSlurper().parseText((text =~ /(?ms)^\{.*?^\}/)[0])
assert json.module == 'job'
assert json.counts.error == 0
assert json.findings.any { it.id == 'jdk' && it.severity == 'ok' }

// It changes nothing: no cache, no target, nothing beside what was there.
def files = []
basedir.eachFileRecurse { files << basedir.toPath().relativize(it.toPath()).toString() }
assert files.findAll { it =~ /(^|\/)(target|none)(\/|$)/ }.empty
