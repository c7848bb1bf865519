import io.github.sparkmaven.it.StandaloneCluster

def cluster = StandaloneCluster.start(testClassPath, new File(basedir, 'cluster').toPath(), 2, '3g')
context.put('cluster', cluster)
// The bundle is told the real one where it is unpacked.
new File(basedir, 'test.properties').text = 'spark.master=spark://elsewhere:7077\n'
return true
