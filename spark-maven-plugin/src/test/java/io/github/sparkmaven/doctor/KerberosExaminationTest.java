/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of these tests stands at noon of 2 January 2025, UTC. */
class KerberosExaminationTest {
  @TempDir Path folder;
  private Patient patient;

  @BeforeEach
  void secured() {
    patient = new Patient(folder);
    patient.file("root/etc/krb5.conf", "");
    patient.setting("spark.hadoop.hadoop.security.authentication", "kerberos");
    klist(0, "FILE:/tmp/krb5cc_0", "01/02/2025 20:00:00");
  }

  @Test
  void looksAtNothingWithoutSecurity() throws IOException {
    patient = new Patient(folder);

    assertThat(findings()).isEmpty();
  }

  @Test
  void findsATicketThatLasts() throws IOException {
    assertThat(findings())
        .containsExactly(
            Finding.ok("kerberos-conf", folder.resolve("root/etc/krb5.conf") + " can be read"),
            Finding.ok(
                "kerberos-ticket",
                "the ticket of alice@ACME.COM ends at 2025-01-02T20:00, and may be renewed until"
                    + " 2025-01-09T10:00"));
  }

  @Test
  void warnsOfATicketThatEndsSoon() throws IOException {
    klist(0, "FILE:/tmp/krb5cc_0", "01/02/2025 12:59:59");

    assertThat(findings().get(1).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings().get(1).fix()).isEqualTo("kinit -R");
  }

  @Test
  void refusesATicketThatHasEnded() throws IOException {
    klist(1, "FILE:/tmp/krb5cc_0", "01/02/2025 12:00:00");
    assertThat(findings().get(1).severity()).isEqualTo(Severity.ERROR);

    klist(0, "FILE:/tmp/krb5cc_0", "01/02/2025 12:00:00");
    assertThat(findings().get(1))
        .isEqualTo(
            Finding.error(
                "kerberos-ticket",
                "the ticket of alice@ACME.COM ends at 2025-01-02T12:00, and may be renewed until"
                    + " 2025-01-09T10:00: it has ended",
                "The cluster refuses: Client cannot authenticate via:[TOKEN, KERBEROS].",
                "kinit -R"));
  }

  @Test
  void refusesNoTicket() throws IOException {
    patient.commands =
        words ->
            new Commands.Said(
                1, List.of("klist: No credentials cache found (filename: /tmp/krb5cc_0)"));

    assertThat(findings())
        .contains(
            Finding.error(
                "kerberos-ticket",
                "there is no ticket: klist: No credentials cache found (filename: /tmp/krb5cc_0)",
                "The cluster refuses: Client cannot authenticate via:[TOKEN, KERBEROS].",
                "kinit"));
  }

  @Test
  void refusesACacheThatJavaCannotRead() throws IOException {
    klist(0, "KCM:1000", "01/02/2025 20:00:00");

    assertThat(findings().get(1).what())
        .isEqualTo("the ticket is in KCM:1000, which Java cannot read");
  }

  @Test
  void notesAnEndThatIsNotUnderstood() throws IOException {
    klist(0, "FILE:/tmp/krb5cc_0", "2. Jänner 20:00:00 2025");

    assertThat(findings().get(1).severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void warnsWhereThereIsNoKlist() throws IOException {
    patient.commands =
        words -> {
          throw new IOException("Cannot run program \"klist\"");
        };

    assertThat(findings().get(1).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void wantsNoTicketBesideAKeytab() throws IOException {
    Path keytab = patient.file("job.keytab", "");
    Files.setPosixFilePermissions(keytab, PosixFilePermissions.fromString("rw-------"));
    patient.setting("spark.kerberos.keytab", keytab.toString());
    assertThat(findings())
        .contains(Finding.ok("kerberos-keytab", keytab + " can be read by this user alone"))
        .extracting(Finding::id)
        .doesNotContain("kerberos-ticket");

    Files.setPosixFilePermissions(keytab, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(findings())
        .contains(
            Finding.warning(
                "kerberos-keytab",
                keytab + " can be read by others",
                "Whoever reads it can be this principal.",
                "chmod 600 " + keytab));

    Files.delete(keytab);
    assertThat(findings().get(1).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void refusesNoConfiguration() throws IOException {
    Files.delete(folder.resolve("root/etc/krb5.conf"));
    assertThat(findings().get(0).severity()).isEqualTo(Severity.ERROR);

    patient.setting("spark.driver.extraJavaOptions", "-Djava.security.krb5.conf=/x");
    assertThat(findings().get(0))
        .isEqualTo(Finding.ok("kerberos-conf", "-Djava.security.krb5.conf is set"));
  }

  @Test
  void warnsOfAConfigurationThatJavaDoesNotRead() throws IOException {
    patient.variable("KRB5_CONFIG", "/site/krb5.conf");

    assertThat(findings())
        .contains(
            Finding.warning(
                "kerberos-conf",
                "KRB5_CONFIG names /site/krb5.conf, which Java does not read",
                "kinit and Spark see two configurations: Cannot locate default realm, or a login"
                    + " that only one of them can make.",
                "Set spark.driver.extraJavaOptions to -Djava.security.krb5.conf=/site/krb5.conf"));
  }

  @Test
  void readsHeimdalsWayToTell() {
    TicketCache cache =
        TicketCache.of(
            List.of(
                "Credentials cache: API:1234",
                "        Principal: alice@ACME.COM",
                "",
                "  Issued                Expires               Principal",
                "Jan  2 10:00:00 2025  Jan  2 20:00:00 2025  krbtgt/ACME.COM@ACME.COM"));

    assertThat(cache.principal()).contains("alice@ACME.COM");
    assertThat(cache.expires()).contains(LocalDateTime.parse("2025-01-02T20:00"));
    assertThat(cache.isFile()).isFalse();
  }

  @Test
  void readsShortYears() {
    assertThat(
            TicketCache.of(List.of("01/02/25 10:00:00  01/02/25 20:00:00  krbtgt/A@A")).expires())
        .contains(LocalDateTime.parse("2025-01-02T20:00"));
  }

  private void klist(int exitCode, String cache, String expires) {
    patient.commands =
        words ->
            new Commands.Said(
                exitCode,
                List.of(
                    "Ticket cache: " + cache,
                    "Default principal: alice@ACME.COM",
                    "",
                    "Valid starting       Expires              Service principal",
                    "01/02/2025 10:00:00  " + expires + "  krbtgt/ACME.COM@ACME.COM",
                    "\trenew until 01/09/2025 10:00:00"));
  }

  private List<Finding> findings() throws IOException {
    return new KerberosExamination(patient.request(), patient.site(), patient.surroundings())
        .findings();
  }
}
