def log = new File(basedir, 'build.log').text
def chosen = (log =~ /Toolchain in maven-compiler-plugin: JDK\[(.+?)\]/)
assert chosen.find() : 'no toolchain was chosen'
def used = (log =~ /chanvet runs on JDK (\d+): (.+)/)
assert used.find()
assert used.group(1).toInteger() >= 21
assert used.group(2).trim() == chosen.group(1)
