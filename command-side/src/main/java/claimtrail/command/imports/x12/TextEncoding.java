package claimtrail.command.imports.x12;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Tells whether bytes are UTF-8 with bytes above 7F; anything else is read as ISO-8859-1.
final class TextEncoding {

    private boolean above;
    private boolean broken;
    private int awaited;
    private int lowest = 0x80;
    private int highest = 0xBF;

    void add(byte[] bytes, int from, int to) {
        for (int p = from; p < to && !broken; p++) {
            int b = bytes[p] & 0xFF;
            if (awaited == 0) {
                if (b >= 0x80) {
                    lead(b);
                }
            } else if (b < lowest || b > highest) {
                broken = true;
            } else {
                awaited--;
                lowest = 0x80;
                highest = 0xBF;
            }
        }
    }

    Charset charset() {
        return above && !broken && awaited == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private void lead(int b) {
        above = true;
        if (b >= 0xC2 && b <= 0xDF) {
            awaited = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            awaited = 2;
            lowest = b == 0xE0 ? 0xA0 : 0x80; // no longer form than needed
            highest = b == 0xED ? 0x9F : 0xBF; // no surrogates
        } else if (b >= 0xF0 && b <= 0xF4) {
            awaited = 3;
            lowest = b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            broken = true;
        }
    }
}
