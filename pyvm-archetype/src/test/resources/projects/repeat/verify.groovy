// The machine that this build has made runs the program of the project, whose jar lies in a folder. It needs the JDK that Maven
// runs on: an older one has built all the same, and leaves this out.
if (Runtime.version().feature() < 25) {
    return true
}
def project = new File(basedir, 'project/pyvm-repeat')
def home = new File(basedir, '../../../../../pyvm-cli/target/pyvm').canonicalFile

def pyvm(File home, File project, String... arguments) {
    def java = System.getProperty('java.home') + '/bin/java'
    def command = [java, '-Dpyvm.home=' + home, '-cp', home.path + '/lib/pyvm-cli.jar', 'org.pyvm.cli.Main']
    command.addAll(arguments)
    def process = new ProcessBuilder(command as String[]).directory(project).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    return output
}

assert pyvm(home, project, '-X', 'plugin-path=target/plugins', 'programs/hello.py') == new File(project, 'programs/hello.out').text
assert pyvm(home, project, '-m', 'pyvm.plugins', '--check', 'target/plugins/pyvm-repeat-1.0-SNAPSHOT.jar').contains('certified')
return true
