def said = { folder ->
  def run = new groovy.json.JsonSlurper().parse(new File(basedir, folder + '/chanvet/chanvet.sarif')).runs[0]
  assert run.results*.ruleId == ['double-close']
  run.invocations[0].toolExecutionNotifications*.message*.text ?: []
}
assert said('target') == ['Java 11 does not have this yet: records']
assert said('target/configured') == ['Java 8 does not have this yet: records']
assert said('target/newer') == []
assert said('target/said') == []
assert new File(basedir, 'build.log').text.contains('releases of Java from 8 to 25 are known, not 7')
