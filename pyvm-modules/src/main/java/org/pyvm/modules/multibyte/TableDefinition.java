package org.pyvm.modules.multibyte;

import java.util.ArrayList;
import java.util.List;

/**
 * Of which of Java's charsets a table is made, and what CPython has otherwise. The lines say: name, charset, options, differences.
 *
 * <p>Options: {@code last} when of several codes for a character the highest is used; {@code public} when codes for private use
 * are no characters; {@code also:X} when what is then missing comes from the charset X; {@code alone:XX-YY} for first bytes that
 * are illegal whatever follows. Differences: {@code code=character} (two characters with a plus between), {@code -code} for none, {@code !code}
 * for one of which both bytes are illegal,
 * {@code character>code} for encoding only.
 *
 * @param differences as they stand in the line
 */
record TableDefinition(
        String name,
        String charset,
        boolean prefersLast,
        boolean isPublic,
        String also,
        List<String> alone,
        List<String> differences) {
    private static final String DEFINITIONS = """
        gb2312 EUC_CN
        gbk GBK public a892=2295 -a2e3
        gb18030 GB18030 a6d9=e78d a6da=e78e a6db=e78f a6dc=e790 a6dd=e791 a6de=e792 a6df=e793 a6ec=e794 a6ed=e795 \
        a6f3=e796 a8bc=e7c7 fe59=e81e fe61=e826 fe66=e82b fe67=e82c fe6d=e832 fe7e=e843 fe90=e854 fea0=e864
        big5 Big5 last a15a=2574 a1c3=ffe3 a1c5=2cd a1fe=ff0f a240=ff3c
        cp950 x-windows-950 public also:Big5 a2>a246 a3>a247 a5>a244 2022>a145 203e>a1c2 223c>a1e3 2609>a1f3 2641>a1f2 \
        5341>a451 5345>a4ca ff64>a14e
        big5hkscs Big5-HKSCS last 8862=ca+304 8864=ca+30c 88a3=ea+304 88a5=ea+30c a15a=2574 a1c3=ffe3 a1c5=2cd a1fe=ff0f \
        a240=ff3c -877a-877e -87a1-87df -c6cf -c6d3 -c6d5 -c6d7 -c6de -c6df
        shift_jis Shift_JIS alone:80-80 alone:a0-a0 alone:eb-ff 815c=2015 a5>5c 203e>7e
        cp932 windows-31j 80=80 a0=f8f0 fd=f8f1 fe=f8f2 ff=f8f3 a2>8191 a3>8192 ac>81ca 2016>8161 2212>817c 301c>8160
        euc_jp EUC-JP 8fa2b7=7e a1bd=2015 a5>5c 203e>7e 7e>7e
        shift_jis_2004 x-SJIS_0213 alone:80-80 alone:a0-a0 alone:fd-ff 5c=a5 7e=203e 815c=2015 815f=5c 81b0=7e 81d4=2985 \
        81d5=2986
        shift_jisx0213 x-SJIS_0213 alone:80-80 alone:a0-a0 alone:fd-ff 5c=a5 7e=203e 815c=2015 815f=5c 81b0=7e 81d4=2985 \
        81d5=2986 fc5a=9b1d !879f !889e !9873 !989e !eaa5 !eff8 !eff9 !effa !effb !effc
        euc_kr EUC-KR -a2e8 -a4d4
        ksx1001 EUC-KR -a2e8
        cp949 x-windows-949 public
        johab x-Johab last 8441=3000 8442=3131 8443=3132 8445=3134 8448=3137 8449=3139 8451=3141 8453=3142 8455=3145 \
        8456=3146 8457=3147 8458=3148 8459=314a 845a=314b 845b=314c 845c=314d 845d=314e
        """;

    /** @return null when there is no such table */
    static TableDefinition named(String name) {
        for (String line : DEFINITIONS.split("\n")) {
            if (line.startsWith(name + " ")) {
                return parse(line.split(" "));
            }
        }
        return null;
    }

    private static TableDefinition parse(String[] words) {
        boolean prefersLast = false;
        boolean isPublic = false;
        String also = null;
        List<String> alone = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            switch (word) {
                case "last" -> prefersLast = true;
                case "public" -> isPublic = true;
                default -> {
                    if (word.startsWith("also:")) {
                        also = word.substring("also:".length());
                    } else if (word.startsWith("alone:")) {
                        alone.add(word.substring("alone:".length()));
                    } else {
                        differences.add(word);
                    }
                }
            }
        }
        return new TableDefinition(words[0], words[1], prefersLast, isPublic, also, alone, differences);
    }
}
