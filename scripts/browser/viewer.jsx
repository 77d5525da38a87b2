// The viewer around our log, and nothing else.
import * as React from "react";
import * as ReactDOM from "react-dom";
import { Viewer } from "@microsoft/sarif-web-component";
import log from "./log.sarif";

ReactDOM.render(<Viewer logs={[log]} showSuppression />, document.getElementById("viewer"));
