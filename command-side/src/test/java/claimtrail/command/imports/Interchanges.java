package claimtrail.command.imports;

import java.util.List;

/// Small X12 files with a patient named Canary.
final class Interchanges {

    private Interchanges() {}

    /// Bills of one service each, sent on 1 March 2026.
    static String bills(List<String> accounts, String serviceDay) {
        var text = new StringBuilder(billsHead());
        accounts.forEach(account -> text.append(bill(account, serviceDay, "1", "")));
        return text + tail();
    }

    /// The same bills, each with notes that make it large.
    static String withNotes(String bills) {
        return bills.replace("HI*ABK", "NTE*ADD*" + "NOTED ".repeat(70) + "~HI*ABK");
    }

    /// One bill, sent on a day, of a frequency: 1 first, 7 corrected, 8 taken back.
    static String bill(String account, String serviceDay, String frequency, String payerNumber, String sentOn) {
        return billsHead().replace("20260301*1200*CH", sentOn + "*1200*CH")
                + bill(account, serviceDay, frequency, payerNumber)
                + tail();
    }

    /// One denial of the whole charge, decided on 18 March 2026.
    static String denial(String account, String serviceDay, String trace, String payerNumber) {
        return remittance(account, serviceDay, trace, payerNumber, "20260318", 0);
    }

    static String remittance(
            String account, String serviceDay, String trace, String payerNumber, String decidedOn, int paid) {
        var denied = 178 - paid;
        return envelope("HP", "005010X221A1")
                + "ST*835*0001~BPR*H*" + paid + "*C*NON************" + decidedOn + "~TRN*1*" + trace + "*1999999999~"
                + "N1*PR*GOOD PAYER*XV*00431~N1*PE*PRACTICE*XX*1234567893~"
                + "CLP*" + account + "*1*178*" + paid + "**12*" + payerNumber + "~"
                + "NM1*QC*1*CANARY*ANN****MI*CANARYID~SVC*HC:99213*178*" + paid + "~DTM*472*" + serviceDay + "~"
                + (denied == 0 ? "" : "CAS*CO*97*" + denied + "~LQ*HE*N20~") + tail();
    }

    /// A remittance of a payer with claims of [#paidClaim].
    static String remittance(String payer, String trace, String decidedOn, String... claims) {
        return envelope("HP", "005010X221A1")
                + "ST*835*0001~BPR*H*0*C*NON************" + decidedOn + "~TRN*1*" + trace + "*10000" + payer + "~"
                + "N1*PR*PAYER OF " + payer + "*XV*" + payer + "~N1*PE*PRACTICE*XX*1234567893~"
                + String.join("", claims)
                + tail();
    }

    /// What a remittance says of one claim.
    ///
    /// @param status CLP02
    /// @param services each `code:charge:paid:CARC:control number`, and a remark where there is one;
    ///     no reason for what is paid in full
    static String paidClaim(String account, String status, String payerNumber, String serviceDay, String... services) {
        var charge = 0;
        var paid = 0;
        var text = new StringBuilder();
        for (var service : services) {
            var part = service.split(":", -1);
            charge += Integer.parseInt(part[1]);
            paid += Integer.parseInt(part[2]);
            var rest = Integer.parseInt(part[1]) - Integer.parseInt(part[2]);
            text.append("SVC*HC:" + part[0] + "*" + part[1] + "*" + part[2] + "~DTM*472*" + serviceDay + "~"
                    + (rest == 0 ? "" : "CAS*CO*" + part[3] + "*" + rest + "~")
                    + (part[4].isEmpty() ? "" : "REF*6R*" + part[4] + "~")
                    + (part.length < 6 ? "" : "LQ*HE*" + part[5] + "~"));
        }
        return "CLP*" + account + "*" + status + "*" + charge + "*" + paid + "**12*" + payerNumber + "~"
                + "NM1*QC*1*CANARY*ANN****MI*CANARYID~" + text;
    }

    /// One bill with some services.
    ///
    /// @param services each `code:charge`, and a modifier where there is one
    static String billOf(
            String account,
            String frequency,
            String payerNumber,
            String sentOn,
            String serviceDay,
            String... services) {
        var charge = 0;
        var text = new StringBuilder();
        for (int i = 0; i < services.length; i++) {
            var part = services[i].split(":", -1);
            charge += Integer.parseInt(part[1]);
            text.append("LX*" + (i + 1) + "~SV1*HC:" + part[0]
                    + (part.length < 3 ? "" : ":" + part[2]) + "*" + part[1] + "*UN*1***1~DTP*472*D8*" + serviceDay
                    + "~");
        }
        return billsHead().replace("20260301*1200*CH", sentOn + "*1200*CH")
                + "CLM*" + account + "*" + charge + "***11:B:" + frequency + "*Y*A*Y*Y~"
                + (payerNumber.isEmpty() ? "" : "REF*F8*" + payerNumber + "~") + "HI*ABK:E119~" + text + tail();
    }

    /// One bill that came back unread.
    static String rejection(String account, String serviceDay, String rejectedOn, String category) {
        return envelope("HN", "005010X214")
                + "ST*277*0001*005010X214~BHT*0085*08*1*20260303*1200*TH~"
                + "HL*1**20*1~NM1*PR*2*GOOD PAYER*****PI*00431~TRN*1*B1~DTP*050*D8*20260302~DTP*009*D8*20260303~"
                + "HL*2*1*21*1~NM1*41*2*SENDER*****46*S1~TRN*2*B2~STC*A1:19:PR*20260303*WQ*178~"
                + "HL*3*2*19*1~NM1*85*2*PRACTICE*****XX*1234567893~TRN*1*0~STC*A1:19:PR**WQ*178~"
                + "HL*4*3*PT~NM1*QC*1*CANARY*ANN****MI*CANARYID~TRN*2*" + account + "~STC*" + category + ":21:PR*"
                + rejectedOn + "*" + (category.equals("A1") || category.equals("A2") ? "WQ" : "U") + "*178~DTP*472*D8*"
                + serviceDay + "~" + tail();
    }

    /// One bill that was received, as its payer says; with the payer's number where it is not empty.
    static String acceptance(String account, String serviceDay, String on, String category, String payerNumber) {
        var known = payerNumber.isEmpty() ? "" : "REF*1K*" + payerNumber + "~";
        return rejection(account, serviceDay, on, category)
                .replace("*U*178~DTP*472", "*WQ*178~DTP*472")
                .replace("DTP*472", known + "DTP*472");
    }

    private static String billsHead() {
        return envelope("HC", "005010X222A1")
                + "ST*837*0001*005010X222A1~BHT*0019*00*1*20260301*1200*CH~"
                + "NM1*41*2*SENDER*****46*S1~NM1*40*2*RECEIVER*****46*R1~"
                + "HL*1**20*1~NM1*85*2*PRACTICE*****XX*1234567893~REF*EI*123456789~"
                + "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*CANARY*ANN****MI*CANARYID~DMG*D8*19800101*F~"
                + "NM1*PR*2*GOOD PAYER*****PI*00431~";
    }

    private static String bill(String account, String serviceDay, String frequency, String payerNumber) {
        return "CLM*" + account + "*178***11:B:" + frequency + "*Y*A*Y*Y~"
                + (payerNumber.isEmpty() ? "" : "REF*F8*" + payerNumber + "~")
                + "HI*ABK:E119~LX*1~SV1*HC:99213*178*UN*1***1~DTP*472*D8*" + serviceDay + "~";
    }

    private static String tail() {
        return "SE*0*0001~GE*1*1~IEA*1*000000001~";
    }

    private static String envelope(String group, String version) {
        return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*1200*^*00501*000000001*0*P*:~"
                + "GS*" + group + "*S*R*20260301*1200*1*X*" + version + "~";
    }
}
