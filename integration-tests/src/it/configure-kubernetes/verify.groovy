import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def folder = { name -> new File(basedir, "target/spark/plans/${name}") }
def plan = { name -> new JsonSlurper().parse(new File(folder(name), 'plan.json')) }
def conf = { name ->
  def properties = new Properties()
  new File(folder(name), 'spark-defaults.conf').withReader('UTF-8') { properties.load(it) }
  properties
}
def templates = ['driver-pod-template.yaml', 'executor-pod-template.yaml']

// A node offers 16000 - 110 - 250 = 15640 thousandths of a core, and 65536 - 5612 - 100 - 512 = 59312 MiB: five pods of
// 3 cores and 59312 / 5 = 11862 MiB, of which 10700 heap and 1070 overhead. The driver takes the place of one.
def layout = plan('default').layout
assert layout.executorCores == 3
assert layout.heapMiB == 10700 && layout.overheadMiB == 1070 && layout.containerMiB == 11770
assert layout.driver.deployMode == 'cluster' && layout.driver.clusterMiB == 2048 + 384 && layout.driver.clusterCores == 1
assert layout.grantedExecutors == 23 * 5 - 1 && layout.requestedExecutors == 114
assert layout.leastExecutors == 3 * 5 - 1
assert layout.coresPlaced == 342 && layout.coresOffered == 345
def groups = plan('default').cluster.nodeGroups
assert groups*.name == ['burst', 'steady'] && groups*.spot == [true, false]
assert groups*.leastNodes == [0, 3] && groups*.nodes == [20, 3]
assert groups*.memoryOfferedPerNodeMiB == [59312, 59312]

// The range bounds dynamic allocation, and spot nodes warn before they go.
def settings = conf('default')
assert settings['spark.dynamicAllocation.enabled'] == 'true'
assert settings['spark.dynamicAllocation.minExecutors'] == '14'
assert settings['spark.dynamicAllocation.maxExecutors'] == '114'
assert settings['spark.executor.instances'] == null
assert settings['spark.decommission.enabled'] == 'true'
assert settings['spark.kubernetes.namespace'] == 'jobs'
assert settings['spark.kubernetes.container.image'] == 'registry.acme.test/spark:1'

// The driver keeps off spot nodes, the executors may go there; Spark finds both templates.
def driver = new File(folder('default'), templates[0])
assert driver.text.contains('requiredDuringSchedulingIgnoredDuringExecution')
assert driver.text =~ /- key: cloud.google.com\/gke-spot\s+operator: NotIn\s+values: \["true"]/
assert driver.text =~ /- key: eks.amazonaws.com\/capacityType\s+operator: NotIn\s+values: \["SPOT"]/
assert driver.text =~ /- key: kubernetes.azure.com\/scalesetpriority\s+operator: NotIn\s+values: \["spot"]/
def executor = new File(folder('default'), templates[1])
assert executor.text =~ /- key: cloud.google.com\/gke-spot\s+operator: Equal\s+value: "true"\s+effect: NoSchedule/
assert !executor.text.contains('affinity')
assert new File(new URI(settings['spark.kubernetes.driver.podTemplateFile'])).canonicalFile == driver.canonicalFile
assert new File(new URI(settings['spark.kubernetes.executor.podTemplateFile'])).canonicalFile == executor.canonicalFile

// The page needs nothing from anywhere.
def page = new File(folder('default'), 'plan.html').getText('UTF-8')
assert page.startsWith('<!DOCTYPE html>') && page.contains('</html>')
assert page.contains('10700') && page.contains('burst') && page.contains('steady')
assert page.contains('Content-Security-Policy') && page.contains('default-src')
['<link', ' src=', 'url(', '@import', '<iframe', 'fetch('].each { assert !page.contains(it) : it }

// Byte for byte the same, in the same JVM and in another.
def kept = new File(basedir, 'target/kept/default')
assert kept.list().sort() == folder('default').list().sort()
assert kept.list().sort() == (templates + ['plan.html', 'plan.json', 'spark-defaults.conf']).sort()
kept.eachFile { assert Arrays.equals(it.bytes, new File(folder('default'), it.name).bytes) : it.name }

// Machines that nobody takes back need no template, and those of an earlier plan are removed.
assert folder('own-machines').list().sort() == ['plan.html', 'plan.json', 'spark-defaults.conf']
def own = conf('own-machines')
assert own['spark.executor.instances'] == '14'
assert !own.keySet().any { it.contains('dynamicAllocation') || it.contains('decommission') || it.contains('podTemplate') }
assert new File(basedir, 'target/kept/changing').list().toList().containsAll(templates)
assert folder('changing').list().sort() == ['plan.html', 'plan.json', 'spark-defaults.conf']
assert !conf('changing').keySet().any { it.contains('podTemplate') }

BuildLog.of(basedir).neverSays('container.image is missing')
assert !new File(basedir, 'target/classes').exists()
