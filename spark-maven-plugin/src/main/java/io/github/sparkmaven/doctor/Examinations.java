/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import java.util.List;

/** What is looked at, in the order in which it is told. */
final class Examinations {
  private Examinations() {}

  static List<Examination> of(DoctorRequest request, Surroundings surroundings) {
    ClientSite site = new ClientSite(request, surroundings);
    return List.of(
        new ProjectExamination(request.project()),
        new JdkExamination(request, surroundings),
        new JvmOptionsExamination(surroundings),
        new MavenExamination(request.build()),
        new MemoryExamination(request, surroundings),
        new DiskExamination(request, surroundings),
        new LimitsExamination(request, surroundings),
        new HostExamination(request, surroundings),
        new HomeExamination(request, surroundings),
        new EnvironmentExamination(request, surroundings),
        new HadoopExamination(request, site),
        new StandaloneExamination(request, surroundings.network(), new Http()),
        new YarnExamination(request, site, surroundings.network()),
        new NameNodeExamination(site, surroundings.network()),
        new KubernetesExamination(request, site, surroundings),
        new KerberosExamination(request, site, surroundings),
        new PythonExamination(request),
        new CacheExamination(request, surroundings));
  }
}
