// One order wherever pages of answers are styled: what is for phones comes after what it changes.
import './report.css';
import './charts.css';
import './answers.css';
import './report-phone.css';
import './print.css';
